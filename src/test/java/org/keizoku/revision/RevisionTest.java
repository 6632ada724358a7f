package org.keizoku.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.keizoku.engine.Refused;
import org.keizoku.plan.PersonId;
import org.keizoku.plan.Plans;
import org.keizoku.revision.RevisionApprovals.Entered;
import org.keizoku.scenario.City;
import org.keizoku.testing.KeizokuTest;
import org.keizoku.testing.Night;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** A proposal of the plan's next version: checked, approved by another person, refused or withdrawn. The night is that of 2026-01-16, 02:14. */
@KeizokuTest
@Import(Editors.class)
class RevisionTest {

    @Autowired
    Editors editors;

    @Autowired
    Night night;

    @Autowired
    City city;

    @Autowired
    Plans plans;

    @Autowired
    TaskService tasks;

    @Autowired
    Revisions revisions;

    @Autowired
    RevisionApprovals approvals;

    @AfterEach
    void nothing_stays_open() {
        editors.leaveNothingOpen();
    }

    @Test
    void a_text_with_an_error_ends_there_and_the_proposer_is_told_where() {
        long before = plans.inForceVersion();

        long number = editors.proposes("joho1", editors.next(text -> text.replace("above: cio", "above: chief")));

        assertThat(editors.state(number)).isEqualTo("FAULTY");
        assertThat(revisions.find(number).orElseThrow().findings())
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.line()).isPositive();
                    assertThat(finding.message()).contains("chief");
                });
        assertThat(city.sms("joho1", "改訂案%dに誤りがあり".formatted(number))).contains("行目", "/plan/revisions/" + number);
        assertThat(editors.running(number)).isZero();
        assertThat(plans.inForceVersion()).isEqualTo(before);
    }

    @Test
    void a_wrong_number_is_refused_with_the_right_one() {
        String right = editors.nextVersion();

        long number = editors.proposes("joho1", editors.numbered("99", text -> text));

        assertThat(editors.state(number)).isEqualTo("FAULTY");
        assertThat(revisions.find(number).orElseThrow().findings().get(0).remedy())
                .isEqualTo("versionを「%s」にしてください".formatted(right));
    }

    @Test
    void a_text_that_is_no_plan_is_kept_as_faulty() {
        long number = editors.proposes("joho1", "計画: [閉じていない");

        assertThat(editors.state(number)).isEqualTo("FAULTY");
        assertThat(revisions.find(number).orElseThrow().version()).isNull();
        assertThatThrownBy(() -> editors.proposes("joho1", "計画\0")).hasMessageContaining("テキストのファイルではありません");
    }

    @Test
    void after_each_deadline_the_next_rank_may_approve_as_well_and_who_was_silent_is_on_record() {
        long number = editors.proposes("joho1", editors.next());

        night.passes(Duration.ofDays(7).minusMinutes(1));
        assertThat(editors.isOffered(number, deputy(1))).isFalse();
        night.passes(Duration.ofMinutes(1));
        assertThat(editors.isOffered(number, deputy(1))).isTrue();
        assertThat(city.sms(deputy(1), "計画の改訂案%d".formatted(number))).contains("代行者1");
        assertThat(editors.isOffered(number, deputy(2))).isFalse();
        night.passes(Duration.ofDays(7));
        assertThat(editors.isOffered(number, deputy(2))).isTrue();
        night.passes(Duration.ofDays(5 * 7));
        assertThat(editors.isOffered(number, "shicho")).isTrue();
        assertThat(editors.told(number)).contains("計画の改訂案%dは、諮る相手の全員から期限までに答えがない".formatted(number));

        editors.approves(deputy(1), number, "");

        assertThat(editors.row(number, "capacity", String.class)).isEqualTo("最高情報統括責任者 代行者1");
        assertThat(revisions.find(number).orElseThrow().decidedBy()).isEqualTo(deputy(1));
    }

    @Test
    void whoever_proposed_it_never_approves_it_whichever_way() {
        long number = editors.proposes("ict-bucho", editors.next());
        String task = editors.approval(number).getId();

        // The role's only holder is the proposer: the deputy is asked at once.
        assertThat(editors.isOffered(number, deputy(1))).isTrue();
        assertThat(city.smsCount("ict-bucho", "承認をお願いします")).isZero();
        refused(() -> night.as("ict-bucho", () -> tasks.claim(task, "ict-bucho")));
        refused(() -> night.as("ict-bucho", () -> tasks.complete(task, Map.of("revisionOutcome", "approve"))));
        assertThatThrownBy(() -> night.as("ict-bucho", () -> tasks.setAssignee(task, "ict-bucho")))
                .isInstanceOf(AuthorizationException.class);
        refused(() -> night.as("shukan", () -> tasks.setAssignee(task, "ict-bucho")));
        refused(() -> night.asNobody(() -> {
            tasks.setAssignee(task, "ict-bucho");
            return null;
        }));
        refused(() -> approvals.decided(number, new PersonId("ict-bucho"), new Entered("approve", "", "", true)));

        editors.approves(deputy(1), number, "");
        assertThat(editors.row(number, "decided_by", String.class)).isEqualTo(deputy(1));
    }

    @Test
    void a_deputy_who_proposed_it_does_not_approve_it_when_the_deadline_makes_it_their_turn() {
        String deputy = deputy(1);
        long number = editors.proposes(deputy, editors.next());

        night.passes(Duration.ofDays(7));

        refused(() ->
                night.as(deputy, () -> tasks.claim(editors.approval(number).getId(), deputy)));
        editors.approves("ict-bucho", number, "");
        assertThat(editors.state(number)).isEqualTo("APPROVED");
    }

    @Test
    void a_refusal_needs_a_reason_changes_nothing_and_leaves_room_for_another_proposal() {
        long before = plans.inForceVersion();
        long number = editors.proposes("joho1", editors.next());
        assertThatThrownBy(() -> editors.decides("ict-bucho", number, Map.of("revisionOutcome", "refuse")))
                .hasMessageContaining("理由・意見");

        night.as(
                "ict-bucho",
                () -> tasks.complete(
                        editors.approval(number).getId(),
                        Map.of("revisionOutcome", "refuse", "revisionOpinion", "訓練の結果を待つ")));

        assertThat(editors.state(number)).isEqualTo("REFUSED");
        assertThat(editors.running(number)).isZero();
        assertThat(city.sms("joho1", "改訂案%dは承認されませんでした".formatted(number))).contains("訓練の結果を待つ");
        assertThat(plans.inForceVersion()).isEqualTo(before);
        assertThat(editors.proposes("joho2", editors.next())).isGreaterThan(number);
    }

    @Test
    void only_one_proposal_is_open_and_only_who_works_with_the_plan_proposes_with_a_reason() {
        long number = editors.proposes("joho1", editors.next());

        assertThatThrownBy(() -> editors.proposes("joho2", editors.next()))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("改訂案%dが承認待ちです".formatted(number));
        assertThatThrownBy(() -> editors.proposes("kansa", editors.next())).hasMessageContaining("提案できるのは");
        assertThatThrownBy(() -> editors.proposes("koho", editors.next())).hasMessageContaining("提案できるのは");
        assertThatThrownBy(() -> revisions.propose(editors.next(), new PersonId("joho1"), " "))
                .hasMessageContaining("理由");
    }

    @Test
    void the_proposer_withdraws_it_before_the_approval() {
        long number = editors.proposes("joho1", editors.next());
        assertThatThrownBy(() -> revisions.withdraw(number, new PersonId("ict-bucho"), "不要"))
                .hasMessageContaining("提案した本人だけ");
        assertThatThrownBy(() -> revisions.withdraw(number, new PersonId("joho1"), ""))
                .hasMessageContaining("理由");

        revisions.withdraw(number, new PersonId("joho1"), "記載誤り");

        assertThat(editors.state(number)).isEqualTo("WITHDRAWN");
        assertThat(editors.approvals(number)).isEmpty();
        assertThat(editors.running(number)).isZero();
        assertThat(city.whoGotSms("改訂案%dは取り下げられました".formatted(number))).containsExactly("ict-bucho");
    }

    @Test
    void an_approved_version_is_withdrawn_before_its_date_but_not_after() {
        long before = plans.inForceVersion();
        long number = editors.proposes("joho1", editors.next());
        editors.approves("ict-bucho", number, "2026-01-17T00:00+09:00");

        revisions.withdraw(number, new PersonId("joho1"), "記載誤り");
        night.passes(Duration.ofDays(2));

        assertThat(editors.state(number)).isEqualTo("WITHDRAWN");
        assertThat(plans.inForceVersion()).isEqualTo(before);
        long next = editors.bringsIntoForce(editors.next());
        assertThatThrownBy(() -> revisions.withdraw(next, new PersonId("joho1"), "遅い"))
                .hasMessageContaining("施行の前まで");
    }

    private static void refused(ThrowingCallable way) {
        assertThatThrownBy(way).isInstanceOf(Refused.class);
    }

    private String deputy(int rank) {
        return plans.inForce().roles().stream()
                .filter(role -> role.id().value().equals("cio"))
                .findFirst()
                .orElseThrow()
                .deputies()
                .get(rank - 1)
                .value();
    }
}
