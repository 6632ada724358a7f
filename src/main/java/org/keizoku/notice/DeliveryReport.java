package org.keizoku.notice;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is told of a notice once a provider has it; the order of the constants is the rule. The furthest one counts, whichever came
 * last, so reports in any order and any number lead to one state and no state goes back. Contradicting reports are settled for the
 * worse: to believe a wrong failure costs one more message or a telephone call, to believe a wrong delivery costs the person.
 */
enum DeliveryReport {
    ACCEPTED(NoticeState.ACCEPTED, "accepted", "scheduled", "queued", "sending"),
    SENT(NoticeState.SENT, "sent"),
    /** By our clock: no report came in time. */
    OVERDUE(NoticeState.EXPIRED),
    DELIVERED(NoticeState.DELIVERED, "delivered", "read"),
    /** By the person. */
    ANSWERED(NoticeState.ANSWERED),
    UNDELIVERED(NoticeState.UNDELIVERED, "undelivered"),
    FAILED(NoticeState.FAILED, "failed", "canceled");

    private final NoticeState state;
    private final Set<String> statuses;

    DeliveryReport(NoticeState state, String... statuses) {
        this.state = state;
        this.statuses = Set.of(statuses);
    }

    /** What the provider's word means; empty for a word that says nothing about delivery. */
    static Optional<DeliveryReport> of(String status) {
        return Arrays.stream(values())
                .filter(report -> report.statuses.contains(status))
                .findFirst();
    }

    /** The state after the report. Before a hand-over has ended, and where none will be, reports change nothing. */
    static NoticeState next(NoticeState state, DeliveryReport report) {
        return Arrays.stream(values())
                        .filter(known -> known.state == state)
                        .anyMatch(known -> known.compareTo(report) < 0)
                ? report.state
                : state;
    }

    /** The states that this report changes, by name. */
    List<String> changes() {
        return EnumSet.allOf(NoticeState.class).stream()
                .filter(before -> next(before, this) != before)
                .map(NoticeState::name)
                .collect(Collectors.toList());
    }
}
