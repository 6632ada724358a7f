package org.keizoku.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the table makes of the provider's reports in every order; any choice of reports, without a table, is in DeliveryReportTest. */
class ReportOrdersTest extends NoticeHouse {

    @Autowired
    private Notices notices;

    @Autowired
    private Deliveries deliveries;

    /** Nobody follows up what is only a copy. */
    @AfterEach
    void nothing_is_left() {
        jdbc.sql("delete from notice where activation_number = :activation and round > 0")
                .param("activation", activation.value())
                .update();
    }

    @Test
    void five_reports_three_times_over_end_in_one_state_in_each_of_their_120_orders() {
        String sid = sent();
        List<List<String>> orders = orders(List.of("queued", "sent", "delivered", "undelivered", "failed"));
        for (int n = 0; n < orders.size(); n++) {
            String copy = sid + n;
            alike(sid, copy, n + 1);
            for (int times = 0; times < 3; times++) {
                orders.get(n).forEach(status -> deliveries.reported(copy, status, null));
            }
        }

        assertThat(orders).doesNotHaveDuplicates().hasSize(120);
        assertThat(notices.of(activation))
                .filteredOn(notice -> notice.round() > 0)
                .hasSize(120)
                .extracting(NoticeView::state)
                .containsOnly(NoticeState.FAILED);
    }

    private String sent() {
        notices.plan(new NoticeOrder(
                activation, "information", 0, SMS_ONLY, Urgency.INFORMATION, "緊急連絡", "庁舎が使えません。", Optional.empty()));
        dispatch();
        return SMS.taken.get(0).get("sid");
    }

    /** Another notice that the provider took under this id. */
    private void alike(String sid, String copy, int round) {
        jdbc.sql(
                        """
                        insert into notice (activation_number, step, round, person_id, channel, urgency, subject, text, state,
                          planned_at, due_at, changed_at, attempts, provider_id)
                        select activation_number, step, :round, person_id, channel, urgency, subject, text, state,
                          planned_at, due_at, changed_at, attempts, :copy from notice where provider_id = :sid
                        """)
                .param("round", round)
                .param("copy", copy)
                .param("sid", sid)
                .update();
    }

    private static List<List<String>> orders(List<String> reports) {
        if (reports.isEmpty()) {
            return List.of(List.of());
        }
        List<List<String>> orders = new ArrayList<>();
        for (String first : reports) {
            var others = new ArrayList<>(reports);
            others.remove(first);
            for (List<String> rest : orders(others)) {
                var order = new ArrayList<>(List.of(first));
                order.addAll(rest);
                orders.add(order);
            }
        }
        return orders;
    }
}
