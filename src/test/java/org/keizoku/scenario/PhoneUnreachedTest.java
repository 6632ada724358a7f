package org.keizoku.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.keizoku.scenario.Entered.entered;

import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.keizoku.activation.ActivationNumber;
import org.keizoku.assembly.AssemblyModel;
import org.keizoku.assembly.PhoneUnreachedModel;
import org.keizoku.notice.Unreached;
import org.keizoku.notice.UnreachedFound;
import org.keizoku.plan.PersonId;
import org.keizoku.testing.KeizokuTest;
import org.keizoku.testing.Night;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whom no message reaches is telephoned at once, not only after all reminders. */
@KeizokuTest
class PhoneUnreachedTest {

    @Autowired
    Night night;

    @Autowired
    City city;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    JdbcClient jdbc;

    @Test
    void the_leader_telephones_whom_no_message_reached_and_writes_down_what_they_said() {
        String number = city.earthquake("6-lower", "2026-01-16T01:33:00+09:00");
        night.asNobody(() -> {
            events.publishEvent(new UnreachedFound(
                    new ActivationNumber(number),
                    List.of(new Unreached(new PersonId("joho1"), "call-out", "参集", "SMS 不達 30003"))));
            return null;
        });

        assertThat(city.mayClaim("joho3", number, PhoneUnreachedModel.PHONE_UNREACHED))
                .isFalse();
        assertThat(city.form("shukan", number, PhoneUnreachedModel.PHONE_UNREACHED, "unreachedNames"))
                .isEqualTo("- 仮名 一郎:参集(SMS 不達 30003)");
        night.claimAndComplete(
                "shukan", number, PhoneUnreachedModel.PHONE_UNREACHED, entered("phoneResult", "自宅に電話し、参集すると回答"));
        assertThat(night.tasks(number, PhoneUnreachedModel.PHONE_UNREACHED)).isEmpty();
        assertThat(city.told(number)).anyMatch(told -> told.contains("届かなかった人に電話する"));
    }

    @Test
    void the_list_of_the_silent_says_whom_no_message_reached() {
        String number = city.earthquake("6-lower", "2026-01-16T01:34:00+09:00");
        night.passes(Duration.ofMinutes(44));
        // Found after the last hand-over: a mail that is taken later would take the person off again.
        jdbc.sql(
                        """
                        insert into unreached (activation_number, step, person_id, subject, since, listed_at)
                        values (:number, 'call-out', 'joho1', '参集', :now, :now)
                        """)
                .param("number", number)
                .param("now", Timestamp.from(night.now()))
                .update();
        night.passes(Duration.ofMinutes(1));

        assertThat(city.form("shukan", number, AssemblyModel.PHONE_SILENT, "silentNames")
                        .lines())
                .anyMatch(line -> line.startsWith("- 仮名 一郎(通知が届いていません:") && line.contains("SMS 報告なし"))
                .contains("- 仮名 四季");
    }
}
