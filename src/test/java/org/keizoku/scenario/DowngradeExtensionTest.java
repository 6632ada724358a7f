package org.keizoku.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.keizoku.approval.DecisionModel;
import org.keizoku.downgrade.Downgrade;
import org.keizoku.downgrade.Downgrades;
import org.keizoku.downgrade.InForceModel;
import org.keizoku.engine.Hands;
import org.keizoku.engine.Refused;
import org.keizoku.engine.Side;
import org.keizoku.people.absence.AbsenceKind;
import org.keizoku.people.absence.DeclaredAbsences;
import org.keizoku.plan.PersonId;
import org.keizoku.platform.Visitor;
import org.keizoku.testing.KeizokuTest;
import org.keizoku.testing.Night;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A longer time for a lowering: a new approval, asked for before the end, by somebody who is never nobody. */
@KeizokuTest
class DowngradeExtensionTest {

    /** Whoever decides in the place of the head, up to those above whom only headquarters stands. */
    private static final List<String> IN_THE_HEADS_PLACE =
            List.of("somu-bucho", "kikaku-kacho", "shicho", "fukushicho", "kyoikucho");

    @LocalServerPort
    int port;

    @Autowired
    Askings askings;

    @Autowired
    Night night;

    @Autowired
    City city;

    @Autowired
    Downgrades downgrades;

    @Autowired
    Hands hands;

    @Autowired
    DeclaredAbsences absences;

    @Autowired
    JdbcClient jdbc;

    @Test
    void an_extension_is_a_new_approval_and_moves_the_end() {
        Asking asking = earthquake(8);
        Downgrade asked = asking.inForce();
        assertThatThrownBy(() -> asking.asksLonger("joho1", asked.number(), Duration.ofHours(5)))
                .hasMessageContaining("今の期限");
        assertThatThrownBy(() -> asking.asksLonger("joho1", asked.number(), Duration.ofHours(73)))
                .hasMessageContaining("最長3日0時間");
        assertThatThrownBy(() -> asking.asksLonger("honbu", asked.number(), Duration.ofHours(9)))
                .as("neither staff nor leader")
                .hasMessageContaining("honbu");

        assertThatThrownBy(() -> asking.asksLonger("joho2", asked.number(), Duration.ofHours(9)))
                .as("who carried it out")
                .hasMessageContaining("どの役割でも申請・提案はできません");
        asking.asksLonger("joho1", asked.number(), Duration.ofHours(9));
        assertThatThrownBy(() -> asking.asksLonger("joho1", asked.number(), Duration.ofHours(10)))
                .hasMessageContaining("もう申請されています");
        asking.decides("ict-bucho", "approve");
        assertThat(asking.newest().until()).isEqualTo(asked.appliedAt().plus(Duration.ofHours(9)));
        assertThat(night.task(asking.number(), InForceModel.RESTORE)
                        .getDueDate()
                        .toInstant())
                .isEqualTo(asking.newest().until());

        night.passes(Duration.ofMinutes(9 * 60 - 1));
        assertThat(city.whoGotSms(asked.title() + ": 引下げ中、期限から")).isEmpty();
        night.passes(Duration.ofMinutes(1));
        assertThat(city.whoGotSms(asked.title() + ": 引下げ中、期限から")).contains("ict-bucho");
    }

    @Test
    void a_refused_extension_leaves_the_end_as_it_is() {
        Asking asking = earthquake(9);
        Downgrade asked = asking.inForce();
        asking.asksLonger("joho1", asked.number(), Duration.ofHours(9));
        asking.decides("ict-bucho", "refuse", "代替機は足りている");

        assertThat(asking.newest().until()).isEqualTo(asked.until());
        assertThat(city.whoGotSms(asked.title() + ": 延長は承認されませんでした")).containsExactly("joho1");
    }

    @Test
    void until_the_last_minute_a_longer_time_may_be_asked_for_and_not_at_the_end() {
        Asking asking = earthquake(10);
        Downgrade ended = asking.inForce();
        Downgrade stands = asking.inForce("downgradeUntil", asking.in(Duration.ofMinutes(6 * 60 + 1)));

        night.passes(Duration.ofHours(6));
        refusedAsTooLate(asking, ended);
        asking.asksLonger("joho1", stands.number(), Duration.ofHours(3));
        assertThat(asking.decision()).as("asked a minute before its end").isNotNull();

        night.passes(Duration.ofHours(1));
        refusedAsTooLate(asking, ended);
    }

    @Test
    void what_ends_in_the_past_is_refused_before_anybody_is_asked() {
        Asking asking = earthquake(11);
        Downgrade asked = asking.inForce();

        refused(asking, asked, Duration.ofMinutes(-1), "今の期限");
        refused(asking, asked, Duration.ZERO, "今の期限");
    }

    @Test
    void an_approval_that_comes_after_the_longer_time_as_well_changes_nothing() {
        Asking asking = earthquake(12);
        Downgrade asked = asking.inForce();
        asking.asksLonger("joho1", asked.number(), Duration.ofHours(7));

        night.passes(Duration.ofHours(7));
        assertThatThrownBy(() -> asking.decides("ict-bucho", "approve"))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("延長後の期限を過ぎたため、承認できません");
        assertThat(asking.newest().until()).isEqualTo(asked.until());

        asking.decides("ict-bucho", "refuse", "間に合わなかった");
        assertThat(asking.newest().until()).isEqualTo(asked.until());
        assertThat(asking.newest().isOverdue(night.now())).isTrue();
    }

    @Test
    void an_approval_after_the_end_of_what_was_asked_for_in_time_counts() {
        Asking asking = earthquake(13);
        Downgrade asked = asking.inForce();
        asking.asksLonger("joho1", asked.number(), Duration.ofHours(8));
        night.passes(Duration.ofHours(7));
        assertThat(asking.newest().isOverdue(night.now())).isTrue();

        asking.decides("ict-bucho", "approve");

        assertThat(asking.newest().isOverdue(night.now())).isFalse();
    }

    @Test
    void where_everybody_else_has_another_part_in_it_or_is_away_headquarters_is_asked_at_once() {
        Asking asking = earthquake(14);
        Downgrade asked = asking.inForce();
        away("ict-bucho");
        IN_THE_HEADS_PLACE.forEach(person -> verified(asked, person));

        asking.asksLonger("joho1", asked.number(), Duration.ofHours(9));

        assertThat(asking.isAsked("honbu")).isTrue();
        assertThat(city.smsCount("honbu", "発動%s 判断依頼".formatted(asking.number())))
                .isEqualTo(1);
        assertThat(Visitor.ofThePlan(port, "honbu")
                        .get("/downgrades/" + asked.number())
                        .body())
                .as("what is approved can be read")
                .contains(asked.title());
        asking.decides("honbu", "approve");
        assertThat(asking.newest().until()).isEqualTo(asked.appliedAt().plus(Duration.ofHours(9)));
    }

    @Test
    void where_everybody_is_barred_but_headquarters_it_approves() {
        Asking asking = earthquake(15);
        Downgrade broken = asking.asks("joho1", "urgency", "break-glass");
        IN_THE_HEADS_PLACE.forEach(person -> verified(broken, person));
        verified(broken, "ict-bucho");

        asking.asksLonger("joho1", broken.number(), Duration.ofHours(9));

        assertThat(decisions(asking)).as("the fact's approval, and this one").isEqualTo(2);
    }

    @Test
    void what_nobody_at_all_could_approve_is_refused_to_who_asks() {
        Asking asking = earthquake(16);
        Downgrade broken = asking.asks("joho1", "urgency", "break-glass");
        IN_THE_HEADS_PLACE.forEach(person -> verified(broken, person));
        verified(broken, "ict-bucho");
        verified(broken, "honbu");

        refused(asking, broken, Duration.ofHours(9), "承認できる人がほかにいない");
    }

    private void refusedAsTooLate(Asking asking, Downgrade ended) {
        refused(asking, ended, Duration.ofHours(3), "を過ぎたため、延長できません");
    }

    /** Nothing changes, and nobody is asked. */
    private void refused(Asking asking, Downgrade asked, Duration until, String why) {
        long before = decisions(asking);
        assertThatThrownBy(() -> asking.asksLonger("joho1", asked.number(), until))
                .isInstanceOf(Refused.class)
                .hasMessageContaining(why);
        assertThat(decisions(asking)).isEqualTo(before);
        assertThat(downgrades.of(asked.activation())).contains(asked);
        assertThat(jdbc.sql("select count(*) from downgrade_extension where downgrade = ?")
                        .param(asked.number())
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private long decisions(Asking asking) {
        return night.tasks(asking.number(), DecisionModel.DECIDE).stream()
                .filter(task -> task.getName().contains("一時引下げ"))
                .count();
    }

    /** The person had a part in the matter that is not an approver's. */
    private void verified(Downgrade downgrade, String person) {
        hands.acts("downgrade/" + downgrade.number(), person, Side.VERIFIER);
    }

    private void away(String person) {
        var self = new PersonId(person);
        absences.declare(self, AbsenceKind.LEAVE, night.now(), night.now().plus(Duration.ofHours(20)), self);
    }

    private Asking earthquake(int minute) {
        return askings.after("2026-01-16T00:%02d:33+09:00".formatted(minute));
    }
}
