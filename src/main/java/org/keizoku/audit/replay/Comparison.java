package org.keizoku.audit.replay;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keizoku.audit.Names;
import org.keizoku.audit.replay.Replay.Visit;
import org.keizoku.plan.PrioritySystem;
import org.keizoku.plan.clause.Clause;
import org.keizoku.plan.clause.Clauses;
import org.keizoku.platform.JapanTime;
import org.keizoku.recovery.Recovery;
import org.keizoku.recovery.Verdict;

/** What an activation did, held against what the plan and its clauses ask. */
final class Comparison {

    private static final String DEPUTY = "代行";

    private final Replay replay;
    private final Names names;
    private final Map<String, Map<String, List<String>>> clauses;
    private final Map<String, String> doneBy;
    private final List<Visit> visits;

    /**
     * @param clauses by the version of a model: its steps, and what each carries out
     */
    Comparison(Replay replay, Names names, Map<String, Map<String, List<String>>> clauses) {
        this.replay = replay;
        this.names = names;
        this.clauses = clauses;
        this.visits = replay.visits();
        this.doneBy = replay.recorded().stream()
                .filter(entry -> entry.kind().equals("task-done"))
                .collect(Collectors.toMap(Recorded::task, Recorded::actor, (first, again) -> again));
    }

    /** Each priority system with its target recovery time and the real one, in the plan's order. */
    List<SystemRow> systems(List<Recovery> recoveries, Instant outage, String event) {
        Map<String, Recovery> bySystem = recoveries.stream()
                .collect(Collectors.toMap(recovery -> recovery.system().value(), recovery -> recovery));
        String untouched = recoveries.isEmpty() && replay.isRunning() ? "対象は未定" : "復旧の対象にならず";
        return names.plan().systems().stream()
                .map(system -> {
                    String planned = JapanTime.span(system.targetFor(event).rto());
                    return Optional.ofNullable(bySystem.get(system.id().value()))
                            .map(recovery -> row(system, planned, recovery, outage))
                            .orElseGet(() -> new SystemRow(system.name(), planned, "", untouched, false));
                })
                .toList();
    }

    private SystemRow row(PrioritySystem system, String planned, Recovery recovery, Instant outage) {
        Verdict verdict = recovery.verdict(replay.readAt());
        return new SystemRow(
                system.name(),
                planned,
                reached(recovery, outage),
                verdict.label() + (verdict.isLate() ? "(超過)" : ""),
                verdict.isLate());
    }

    /** What came of it: after what time it was back, or that it was cut off; empty while it is down. */
    private static String reached(Recovery recovery, Instant outage) {
        if (recovery.isRestored()) {
            String after = JapanTime.span(Duration.between(outage, recovery.restoredAt()));
            return "%s(%s)".formatted(after, JapanTime.plain(recovery.restoredAt()));
        }
        return recovery.isStopped() ? recovery.stateInWords() : "";
    }

    /** Each clause that the models in force carry, with when and by whom that was done; those left undone first. */
    List<ClauseRow> clauses() {
        Map<String, List<String>> carriedOut = new TreeMap<>();
        clauses.values().forEach(steps -> steps.values()
                .forEach(ids -> ids.forEach(id -> carriedOut.putIfAbsent(id, new ArrayList<>()))));
        for (Run run : replay.runs()) {
            of(run, run.process()).forEach(id -> carriedOut
                    .get(id)
                    .add("%s 手順「%s」を開始".formatted(JapanTime.plain(run.startedAt()), run.name())));
        }
        Map<String, Run> runs = new HashMap<>();
        replay.runs().forEach(run -> runs.put(run.id(), run));
        visits.stream().filter(Visit::isDone).forEach(visit -> of(
                        runs.get(visit.token().run()), visit.token().step())
                .forEach(id -> carriedOut.get(id).add(told(visit))));
        return carriedOut.entrySet().stream()
                .map(clause -> new ClauseRow(clause.getKey(), label(clause.getKey()), clause.getValue()))
                .sorted(Comparator.comparing(
                        (ClauseRow row) -> !row.carriedOut().isEmpty()))
                .toList();
    }

    /** What went otherwise than planned: late, withdrawn, by a deputy, before an approval, missed; in the order in which it happened. */
    List<Deviation> deviations() {
        return Stream.of(late(), withdrawn(), byDeputy(), brokenGlass(), missed())
                .flatMap(found -> found)
                .sorted(Comparator.comparing(Deviation::second))
                .toList();
    }

    private Stream<Deviation> late() {
        return visits.stream()
                .filter(visit -> visit.isLate(replay.readAt()))
                .map(visit -> new Deviation(
                        visit.token().dueAt().getEpochSecond(),
                        JapanTime.exact(visit.token().dueAt()),
                        "遅れ",
                        "%s: %s".formatted(visit.token().name(), overdue(visit))));
    }

    private Stream<Deviation> withdrawn() {
        return visits.stream()
                .filter(visit -> visit.withdrawn() && visit.token().task() != null)
                .map(visit -> deviation(visit.leftAt(), "実施せず", visit.token().name() + ": 取り下げ"));
    }

    private Stream<Deviation> byDeputy() {
        return replay.recorded().stream()
                // Taking a task changes nothing yet; what a deputy did with it is told once it is done.
                .filter(entry -> !entry.kind().equals("task-claimed"))
                .filter(entry -> entry.capacity() != null && entry.capacity().contains(DEPUTY))
                .map(entry ->
                        deviation(entry.at(), "代行", names.sentence(entry.actor(), entry.capacity(), entry.told())));
    }

    private Stream<Deviation> brokenGlass() {
        return replay.recorded().stream()
                .filter(entry -> entry.kind().equals("downgrade-break-glass"))
                .map(entry ->
                        deviation(entry.at(), "緊急措置", names.sentence(entry.actor(), entry.capacity(), entry.told())));
    }

    private Stream<Deviation> missed() {
        return replay.recorded().stream()
                .filter(entry -> entry.kind().equals("report-missed"))
                .map(entry -> deviation(entry.at(), "報告漏れ", names.in(entry.told())));
    }

    private static Deviation deviation(Instant at, String kind, String told) {
        return new Deviation(at.getEpochSecond(), JapanTime.exact(at), kind, told);
    }

    private String overdue(Visit visit) {
        Instant until = visit.leftAt() == null ? replay.readAt() : visit.leftAt();
        String length = JapanTime.span(Duration.between(visit.token().dueAt(), until));
        return visit.leftAt() == null ? "%s超過、未完了".formatted(length) : "%s超過して終了".formatted(length);
    }

    private String told(Visit visit) {
        String person = doneBy.get(visit.token().task());
        String who = visit.token().calls() != null ? "呼び出した手順で" : person == null ? "システム" : names.person(person);
        return "%s %s(%s)"
                .formatted(JapanTime.plain(visit.leftAt()), visit.token().name(), who);
    }

    private List<String> of(Run run, String step) {
        return clauses.getOrDefault(run.definition(), Map.of()).getOrDefault(step, List.of());
    }

    private static String label(String id) {
        return Clauses.named(List.of(id)).stream().findFirst().map(Clause::told).orElse("");
    }

    /** A priority system: what was planned, what came, and whether that is too late. */
    record SystemRow(String name, String planned, String real, String verdict, boolean late) {}

    /** A clause and each time that it was carried out. */
    record ClauseRow(String id, String label, List<String> carriedOut) {

        /** A line for each; as one text, since a step of a long response is carried out hundreds of times. */
        public String times() {
            return String.join("\n", carriedOut);
        }
    }

    /**
     * Something that went otherwise.
     *
     * @param second of Unix time, at which the replay shows it
     */
    record Deviation(long second, String at, String kind, String told) {}
}
