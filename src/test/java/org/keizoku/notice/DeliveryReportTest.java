package org.keizoku.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.keizoku.notice.DeliveryReport.ACCEPTED;
import static org.keizoku.notice.DeliveryReport.ANSWERED;
import static org.keizoku.notice.DeliveryReport.DELIVERED;
import static org.keizoku.notice.DeliveryReport.FAILED;
import static org.keizoku.notice.DeliveryReport.OVERDUE;
import static org.keizoku.notice.DeliveryReport.SENT;
import static org.keizoku.notice.DeliveryReport.UNDELIVERED;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DeliveryReportTest {

    private static final int EVENTS = 5;
    private static final int REPEATS = 3;

    /** Each of them one to three times, in every order of all of them. */
    @Test
    void up_to_5_reports_each_up_to_3_times_in_any_order_lead_to_one_state_and_no_state_goes_back() {
        for (Set<DeliveryReport> events : upTo(EVENTS)) {
            Map<Left, Set<NoticeState>> known = new HashMap<>();
            Set<NoticeState> ends = new HashSet<>();
            for (List<DeliveryReport> reports : oneToThreeOfEach(List.copyOf(events))) {
                ends.addAll(ends(new Left(NoticeState.ACCEPTED, reports), known));
            }
            assertThat(ends).as("%s", events).hasSize(1);
        }
    }

    /** Where every order of what is left leads from this state; orders that meet in a state with the same left go on alike. */
    private static Set<NoticeState> ends(Left left, Map<Left, Set<NoticeState>> known) {
        if (left.reports.isEmpty()) {
            return Set.of(left.state);
        }
        if (!known.containsKey(left)) {
            Set<NoticeState> ends = new HashSet<>();
            for (DeliveryReport report : EnumSet.copyOf(left.reports)) {
                NoticeState next = DeliveryReport.next(left.state, report);
                if (RANK.indexOf(next) < RANK.indexOf(left.state)) {
                    throw new AssertionError("%s went back to %s by %s".formatted(left.state, next, report));
                }
                var others = new ArrayList<>(left.reports);
                others.remove(report);
                ends.addAll(ends(new Left(next, others), known));
            }
            known.put(left, ends);
        }
        return known.get(left);
    }

    /** A state and the reports that have not come yet, sorted. */
    private record Left(NoticeState state, List<DeliveryReport> reports) {}

    private static final List<NoticeState> RANK = List.of(
            NoticeState.ACCEPTED,
            NoticeState.SENT,
            NoticeState.EXPIRED,
            NoticeState.DELIVERED,
            NoticeState.ANSWERED,
            NoticeState.UNDELIVERED,
            NoticeState.FAILED);

    @ParameterizedTest
    @CsvSource({
        "ACCEPTED, SENT, SENT",
        "SENT, ACCEPTED, SENT",
        "DELIVERED, SENT, DELIVERED",
        "UNDELIVERED, SENT, UNDELIVERED",
        "UNDELIVERED, DELIVERED, UNDELIVERED",
        "DELIVERED, UNDELIVERED, UNDELIVERED",
        "EXPIRED, SENT, EXPIRED",
        "EXPIRED, DELIVERED, DELIVERED",
        "DELIVERED, ANSWERED, ANSWERED",
        "UNDELIVERED, ANSWERED, UNDELIVERED",
    })
    void the_furthest_counts_and_a_contradiction_is_settled_for_the_worse(
            NoticeState state, DeliveryReport report, NoticeState next) {
        assertThat(DeliveryReport.next(state, report)).isEqualTo(next);
    }

    @ParameterizedTest
    @EnumSource(DeliveryReport.class)
    void what_is_not_handed_over_is_changed_by_no_report(DeliveryReport report) {
        for (NoticeState state :
                EnumSet.of(NoticeState.PLANNED, NoticeState.HANDING_OVER, NoticeState.UNKNOWN, NoticeState.SKIPPED)) {
            assertThat(DeliveryReport.next(state, report)).isEqualTo(state);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "queued, ACCEPTED",
        "sending, ACCEPTED",
        "sent, SENT",
        "delivered, DELIVERED",
        "undelivered, UNDELIVERED",
        "failed, FAILED",
        "canceled, FAILED",
    })
    void twilios_words_are_understood(String status, DeliveryReport report) {
        assertThat(DeliveryReport.of(status)).contains(report);
    }

    @Test
    void a_word_of_another_kind_says_nothing() {
        assertThat(DeliveryReport.of("receiving")).isEmpty();
    }

    @Test
    void undelivered_is_never_called_sent() {
        assertThat(NoticeState.UNDELIVERED.label()).isEqualTo("不達").doesNotContain("送信");
        assertThat(SENT.changes()).containsExactly("ACCEPTED");
        assertThat(ANSWERED.changes()).containsExactlyInAnyOrder("ACCEPTED", "SENT", "DELIVERED", "EXPIRED");
        assertThat(OVERDUE.changes()).containsExactlyInAnyOrder("ACCEPTED", "SENT");
    }

    /** The provider's five kinds of report with our clock and the person's answer, at most so many together. */
    private static List<Set<DeliveryReport>> upTo(int most) {
        List<Set<DeliveryReport>> sets = new ArrayList<>();
        DeliveryReport[] all = {ACCEPTED, SENT, OVERDUE, DELIVERED, ANSWERED, UNDELIVERED, FAILED};
        for (int bits = 1; bits < 1 << all.length; bits++) {
            if (Integer.bitCount(bits) <= most) {
                Set<DeliveryReport> set = EnumSet.noneOf(DeliveryReport.class);
                for (int n = 0; n < all.length; n++) {
                    if ((bits & 1 << n) != 0) {
                        set.add(all[n]);
                    }
                }
                sets.add(set);
            }
        }
        return sets;
    }

    /** Every choice of one to three of each, sorted. */
    private static List<List<DeliveryReport>> oneToThreeOfEach(List<DeliveryReport> events) {
        if (events.isEmpty()) {
            return List.of(List.of());
        }
        List<List<DeliveryReport>> choices = new ArrayList<>();
        for (List<DeliveryReport> rest : oneToThreeOfEach(events.subList(1, events.size()))) {
            for (int times = 1; times <= REPEATS; times++) {
                List<DeliveryReport> choice = new ArrayList<>(Collections.nCopies(times, events.get(0)));
                choice.addAll(rest);
                choices.add(choice);
            }
        }
        return choices;
    }
}
