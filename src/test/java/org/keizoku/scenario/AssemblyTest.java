package org.keizoku.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.keizoku.scenario.Entered.entered;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.keizoku.assembly.AssemblyModel;
import org.keizoku.testing.KeizokuTest;
import org.keizoku.testing.Night;
import org.springframework.beans.factory.annotation.Autowired;

/** Those who say nothing are asked again, then looked for by telephone; the count closes at its deadline. */
@KeizokuTest
class AssemblyTest {

    @Autowired
    Night night;

    @Autowired
    City city;

    @Test
    void the_silent_are_asked_three_times_more_and_then_telephoned() {
        String number = city.earthquake("6-lower", "2026-01-16T01:30:00+09:00");
        String call = "【参集】発動" + number;
        assertThat(city.smsCount("joho1", call)).isEqualTo(1);

        night.passes(Duration.ofMinutes(14));
        assertThat(city.smsCount("joho1", call)).as("one minute before").isEqualTo(1);
        night.passes(Duration.ofMinutes(1));
        assertThat(city.smsCount("joho1", call)).as("on the minute").isEqualTo(2);
        night.passes(Duration.ofMinutes(15));
        assertThat(night.tasks(number, AssemblyModel.PHONE_SILENT)).isEmpty();
        night.passes(Duration.ofMinutes(15));
        assertThat(city.smsCount("joho1", call)).isEqualTo(4);
        assertThat(city.form("shukan", number, AssemblyModel.PHONE_SILENT, "silentNames"))
                .contains("仮名 一郎", "仮名 四季");
        night.claimAndComplete("shukan", number, AssemblyModel.PHONE_SILENT, entered("phoneResult", "全員と通話した"));
        night.passes(Duration.ofHours(1));
        assertThat(city.smsCount("joho1", call)).as("no more after that").isEqualTo(4);
    }

    @Test
    void the_count_closes_at_its_deadline_and_the_leader_hears_who_is_missing() {
        String number = city.earthquake("6-lower", "2026-01-16T01:31:00+09:00");

        night.passes(Duration.ofMinutes(359));
        assertThat(night.tasks(number, AssemblyModel.CONFIRM_ASSEMBLY))
                .as("one minute before")
                .hasSize(1);
        night.passes(Duration.ofMinutes(1));

        assertThat(night.tasks(number, AssemblyModel.CONFIRM_ASSEMBLY)).isEmpty();
        for (String leading : new String[] {"shukan", "joho1"}) {
            assertThat(city.sms(leading, "参集の期限です")).contains("未回答5名");
        }
    }

    @Test
    void the_leader_hears_once_when_enough_people_come() {
        String number = city.earthquake("6-lower", "2026-01-16T01:32:00+09:00");
        String enough = "発動%s 必要な人数の参集見込み".formatted(number);
        for (String person : new String[] {"joho1", "joho2"}) {
            city.answers(person, "coming", "minutes=30");
        }
        assertThat(city.smsCount("shukan", enough))
                .as("2 of 5 are fewer than 60 %")
                .isZero();
        city.answers("joho4", "elsewhere", "");
        assertThat(city.smsCount("shukan", enough)).isEqualTo(1);
        city.answers("shukan", "coming", "minutes=30");
        assertThat(city.smsCount("shukan", enough)).isEqualTo(1);
    }

    @Test
    void a_deputy_does_the_leaders_work_while_the_leader_has_not_come() {
        String number = city.earthquake("6-lower", "2026-01-16T01:33:29+09:00");

        night.claimAndComplete("joho2", number, AssemblyModel.CONFIRM_ASSEMBLY, entered("assemblyReport", "全員の無事を確認"));

        assertThat(night.tasks(number, AssemblyModel.CONFIRM_ASSEMBLY)).isEmpty();
        assertThat(city.capacity(number, "{joho2} がタスク「安否・参集を確認する」を完了")).isEqualTo("情報システム班 班長 代行者2");
    }
}
