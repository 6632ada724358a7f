package org.keizoku.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.keizoku.scenario.Entered.entered;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.keizoku.activation.ActivationNumber;
import org.keizoku.approval.DecisionModel;
import org.keizoku.approval.Decisions;
import org.keizoku.assembly.Answers;
import org.keizoku.assembly.Coming;
import org.keizoku.assembly.Reply;
import org.keizoku.assembly.Safety;
import org.keizoku.engine.Refused;
import org.keizoku.people.absence.AbsenceKind;
import org.keizoku.people.absence.DeclaredAbsences;
import org.keizoku.plan.PersonId;
import org.keizoku.plan.RoleId;
import org.keizoku.recovery.InitialResponseModel;
import org.keizoku.recovery.SystemRecoveryModel;
import org.keizoku.testing.KeizokuTest;
import org.keizoku.testing.Night;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Nobody waits for whoever is on leave, hurt or unable to come; they may act all the same, and it is never nobody. */
@KeizokuTest
class AbsenceTest {

    private static final String[] RANKS = {
        "ict-bucho", "somu-bucho", "kikaku-kacho", "shicho", "fukushicho", "kyoikucho", "honbu"
    };

    @Autowired
    Night night;

    @Autowired
    City city;

    @Autowired
    Decisions decisions;

    @Autowired
    DeclaredAbsences absences;

    @Autowired
    Answers answers;

    @Autowired
    TaskService tasks;

    @Autowired
    JdbcClient jdbc;

    @Test
    void a_head_on_leave_is_passed_over_at_once_and_the_record_says_why() {
        away("ict-bucho", Duration.ofHours(6));
        String number = city.earthquake("6-lower", "2026-01-16T00:23:11+09:00");

        assertThat(mayDecide(number)).containsExactly("ict-bucho", "somu-bucho");
        assertThat(city.told(number)).contains("最高情報統括責任者を待たずに次にも諮る: 指揮を開始し被害調査を指示するか。{ict-bucho} 休暇(1月16日 08:14まで)");
        city.decides("somu-bucho", number, "survey", "");
        assertThat(decisions.of(new ActivationNumber(number)).get(0).higherRanks())
                .contains("休暇(1月16日 08:14まで)");
        // The next report is signed by whoever acts, too.
        assertThat(decisions.actingGroups(new ActivationNumber(number), new RoleId("cio")))
                .containsExactly("cio", "cio-deputy-1");
    }

    @Test
    void who_comes_back_on_the_minute_is_waited_for_again() {
        away("ict-bucho", Duration.ofMinutes(10));
        night.passes(Duration.ofMinutes(9));
        assertThat(mayDecide(city.earthquake("6-lower", "2026-01-16T00:23:12+09:00")))
                .containsExactly("ict-bucho", "somu-bucho");
        night.passes(Duration.ofMinutes(1));
        assertThat(mayDecide(city.earthquake("6-lower", "2026-01-16T00:23:13+09:00")))
                .containsExactly("ict-bucho");
    }

    @Test
    void leave_that_begins_later_changes_nothing_now() {
        absences.declare(
                new PersonId("ict-bucho"), AbsenceKind.TRIP, in(Duration.ofMinutes(1)), in(Duration.ofHours(6)), SELF);

        assertThat(mayDecide(city.earthquake("6-lower", "2026-01-16T00:23:14+09:00")))
                .containsExactly("ict-bucho");
    }

    @Test
    void who_goes_away_while_being_asked_is_not_waited_for_any_longer() {
        String number = city.earthquake("6-lower", "2026-01-16T00:23:15+09:00");
        night.passes(Duration.ofMinutes(5));
        assertThat(mayDecide(number)).containsExactly("ict-bucho");

        away("ict-bucho", Duration.ofHours(6));
        night.runDueJobs();

        assertThat(mayDecide(number)).containsExactly("ict-bucho", "somu-bucho");
        night.passes(Duration.ofMinutes(29));
        assertThat(mayDecide(number)).containsExactly("ict-bucho", "somu-bucho");
        night.passes(Duration.ofMinutes(1));
        assertThat(mayDecide(number)).containsExactly("ict-bucho", "somu-bucho", "kikaku-kacho");
    }

    @Test
    void an_absent_deputy_does_not_shorten_the_time_of_the_head() {
        String number = city.earthquake("6-lower", "2026-01-16T00:23:16+09:00");
        away("somu-bucho", Duration.ofHours(6));
        night.runDueJobs();
        assertThat(mayDecide(number)).containsExactly("ict-bucho");

        night.passes(Duration.ofMinutes(30));
        assertThat(mayDecide(number)).containsExactly("ict-bucho", "somu-bucho", "kikaku-kacho");
    }

    @Test
    void where_everybody_is_away_everybody_is_asked() {
        for (String person : RANKS) {
            away(person, Duration.ofHours(6));
        }
        String number = city.earthquake("6-lower", "2026-01-16T00:23:17+09:00");

        assertThat(mayDecide(number)).containsExactly(RANKS);
        city.decides("honbu", number, "survey", "");
    }

    @Test
    void where_only_headquarters_is_left_it_is_asked_at_once() {
        List.of(RANKS).subList(0, RANKS.length - 1).forEach(person -> away(person, Duration.ofHours(6)));
        String number = city.earthquake("6-lower", "2026-01-16T00:23:18+09:00");

        assertThat(city.smsCount("honbu", "発動%s 判断依頼".formatted(number))).isEqualTo(1);
    }

    @Test
    void who_answers_to_come_in_spite_of_leave_is_waited_for() {
        away("ict-bucho", Duration.ofHours(6));
        String number = city.earthquake("6-lower", "2026-01-16T00:23:19+09:00");
        city.decides("somu-bucho", number, "hold", "");
        answers(number, new Reply(Safety.SAFE, Coming.COMING, in(Duration.ofHours(1)), null));
        city.decides("ict-bucho", goOn(number), "hold", "");

        assertThat(mayDecide(goOn(number))).containsExactly("ict-bucho");
    }

    @Test
    void a_head_who_is_injured_may_decide_but_is_not_waited_for() {
        String number = city.earthquake("6-lower", "2026-01-16T00:23:20+09:00");
        answers(number, Reply.safety(Safety.INJURED));
        night.runDueJobs();

        assertThat(mayDecide(number)).containsExactly("ict-bucho", "somu-bucho");
        city.decides("ict-bucho", number, "hold", "");
        assertThat(mayDecide(goOn(number))).containsExactly("ict-bucho", "somu-bucho");
        city.decides("somu-bucho", number, "survey", "");
        assertThat(decisions.of(new ActivationNumber(number)).get(1).higherRanks())
                .contains("負傷と回答");
    }

    @Test
    void a_head_who_cannot_come_is_not_waited_for() {
        String number = city.earthquake("6-lower", "2026-01-16T00:23:21+09:00");
        answers(number, new Reply(null, Coming.UNABLE, null, null));
        night.runDueJobs();

        assertThat(mayDecide(number)).containsExactly("ict-bucho", "somu-bucho");
        assertThat(city.told(number)).anyMatch(told -> told.contains("{ict-bucho} 参集できないと回答"));
    }

    @Test
    void nothing_is_handed_to_a_member_who_is_away_but_they_may_take_it() {
        String number = city.earthquake("6-lower", "2026-01-16T00:23:22+09:00");
        city.decides("ict-bucho", number, "survey", "");
        away("joho1", Duration.ofHours(6));
        String task = night.task(number, InitialResponseModel.DAMAGE_SHEET).getId();

        assertThatThrownBy(() -> night.as("shukan", () -> tasks.setAssignee(task, "joho1")))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("休暇(1月16日 08:14まで)");
        night.as("shukan", () -> tasks.setAssignee(task, "joho2"));
        night.as("shukan", () -> tasks.setAssignee(task, null));
        night.as("joho1", () -> tasks.claim(task, "joho1"));
    }

    @Test
    void a_verification_goes_past_an_owner_who_is_away() {
        String number = city.earthquake("6-lower", "2026-01-16T00:23:23+09:00");
        new SurveyedNight(night, city, number).recovering("alert-mail");
        away("bosai", Duration.ofDays(6));
        night.claimAndComplete(
                "joho1", number, SystemRecoveryModel.FIRST_AID, entered("damageFound", "停止", "substituteUsed", "yes"));
        night.claimAndComplete(
                "joho1",
                number,
                SystemRecoveryModel.ESTIMATE,
                entered("estimatedAt", in(Duration.ofHours(1)).toString(), "vendorNeeded", "no"));
        night.claimAndComplete(
                "joho1", number, SystemRecoveryModel.RECOVER, entered("workLevel", "full", "workDone", "再起動した"));

        assertThat(city.mayClaim("bosai", number, SystemRecoveryModel.VERIFY)).isTrue();
        assertThat(city.mayClaim("ict-bucho", number, SystemRecoveryModel.VERIFY))
                .isTrue();
    }

    private static final PersonId SELF = new PersonId("ict-bucho");

    private void away(String person, Duration time) {
        absences.declare(new PersonId(person), AbsenceKind.LEAVE, night.now(), in(time), new PersonId(person));
    }

    private Instant in(Duration time) {
        return night.now().plus(time);
    }

    /** To whom the open decision is offered, in the order of ranks. */
    private List<String> mayDecide(String number) {
        return List.of(RANKS).stream()
                .filter(person -> city.mayClaim(person, number, DecisionModel.DECIDE))
                .toList();
    }

    /** After a decision to hold, the same is asked again. */
    private String goOn(String number) {
        night.claimAndComplete("shukan", number, InitialResponseModel.WAIT_FOR_SAFETY, entered("safetyCheck", "余震なし"));
        return number;
    }

    /** The head was called as well, and answers. */
    private void answers(String number, Reply reply) {
        long link = jdbc.sql(
                        """
                        insert into answer_link (activation_number, person_id, purpose, issued_at, expires_at)
                        values (?, 'ict-bucho', 'test', ?, ?) returning id""")
                .params(number, Timestamp.from(night.now()), Timestamp.from(night.now()))
                .query(Long.class)
                .single();
        jdbc.sql(
                        "insert into call_out (activation_number, person_id, called_at, link_id, subject, text) values (?, 'ict-bucho', ?, ?, '', '')")
                .params(number, Timestamp.from(night.now()), link)
                .update();
        answers.record(new ActivationNumber(number), SELF, reply, SELF);
    }
}
