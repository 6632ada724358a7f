package org.keizoku.plan.lint;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A plan of many people and systems, each with all that a small one's have. */
final class LargePlan {

    private LargePlan() {}

    /** @param people at least 1,000 */
    static String of(int people, int systems) {
        return """
                id: large-city
                organisation: 例示市
                version: '1.0'
                workingHours: {days: [MONDAY], from: '08:30', to: '17:15'}
                retention: {records: P10Y}
                people:
                %s
                roles:
                  - {id: head, name: 統括, holders: [person-0], deputies: [person-1, person-2]}
                  - {id: team, name: 情報班, holders: [%s]}
                %s
                duties: {staff: team, leader: head, head: head, headquarters: head, auditor: head, operator: team}
                decisions:
                %s
                sites: [{id: room, name: 電算室, surveyedBy: team}]
                bases: [{id: office, name: 市役所, kind: 現庁舎, systems: 電算室, headquarters: 2階, power: あり, network: あり}]
                systems:
                %s
                vendors:
                %s
                assembly:
                  places: [{name: 電算室}]
                  remindAfter: PT15M
                  reminders: 3
                  deadline: PT6H
                  quorum: 0.5
                  reach: {withinKm: 10, share: 0.7}
                  linkValid: P3D
                recovery: {warnAt: [0.5, 0.8], escalateEvery: PT1H}
                reporting: {every: PT3H, signWithin: PT30M}
                revision: {planApprovedBy: head, manualApprovedBy: head, numbering: issue, approveWithin: P7D, confirmWithin: P14D}
                """
                .formatted(
                        lines(
                                people,
                                "  - {id: person-%1$d, name: 見本 %1$d, post: 主事, distanceKm: 5, channels: [sms, mail]}"),
                        IntStream.range(0, people).mapToObj(n -> "person-" + n).collect(Collectors.joining(", ")),
                        lines(
                                systems,
                                "  - {id: section-%1$d, name: 担当 %1$d, holders: [person-%1$d], deputies: [person-1001, person-1002], above: head}"),
                        ProcedureDecisions.ASKED_FOR.stream()
                                .map(asked ->
                                        "  - {id: %s, title: 判断, role: head, silence: PT30M, reasonRequired: true}"
                                                .formatted(asked))
                                .collect(Collectors.joining("\n")),
                        IntStream.range(0, systems).mapToObj(LargePlan::system).collect(Collectors.joining("\n")),
                        lines(
                                systems,
                                "  - {id: vendor-%1$d, name: 事業者 %1$d, kind: maintenance, arrivesWithin: PT1H, contacts: [窓口]}"));
    }

    /** Each needs the ten before it and has a target of its own for each kind of event. */
    private static String system(int n) {
        return """
                  - id: system-%1$d
                    name: システム %1$d
                    owner: section-%1$d
                    priority: S
                    hosting: saas
                    vendor: vendor-%1$d
                    targets: [{event: earthquake, rto: PT2H, rlo: 全部}, {event: epidemic, rto: PT3H, rlo: 全部}, {rto: PT1H, rlo: 全部}]
                    dependsOn: [%2$s]"""
                .formatted(
                        n,
                        IntStream.range(Math.max(0, n - 10), n)
                                .mapToObj(before -> "system-" + before)
                                .collect(Collectors.joining(", ")));
    }

    private static String lines(int count, String line) {
        return IntStream.range(0, count).mapToObj(line::formatted).collect(Collectors.joining("\n"));
    }
}
