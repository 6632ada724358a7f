package org.keizoku.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.keizoku.scenario.Entered.entered;

import java.time.Duration;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.keizoku.activation.Activation.State;
import org.keizoku.activation.ActivationNumber;
import org.keizoku.activation.Activations;
import org.keizoku.activation.CorrectionModel;
import org.keizoku.activation.ResponseModel;
import org.keizoku.approval.DecisionModel;
import org.keizoku.downgrade.Downgrade;
import org.keizoku.downgrade.DowngradeModel;
import org.keizoku.downgrade.InForceModel;
import org.keizoku.downgrade.ReviewDowngradeModel;
import org.keizoku.platform.Visitor;
import org.keizoku.testing.KeizokuTest;
import org.keizoku.testing.Night;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The end of a lowering: it lapses, warns, escalates, is moved by approval only, and keeps the activation open. */
@KeizokuTest
class DowngradeEndTest {

    @LocalServerPort
    int port;

    @Autowired
    Askings askings;

    @Autowired
    Night night;

    @Autowired
    City city;

    @Autowired
    Activations activations;

    @Test
    void an_approval_that_nobody_applies_in_time_lapses() {
        Asking asking = earthquake(5);
        Downgrade asked = asking.asks("joho1");
        asking.decides("ict-bucho", "approve");
        night.freezeAt(asked.until());
        assertThatThrownBy(() -> asking.applies("joho2")).hasMessageContaining("期限を過ぎた");

        night.runDueJobs();

        assertThat(asking.newest().state()).isEqualTo(Downgrade.State.LAPSED);
        assertThat(night.tasks(asking.number(), DowngradeModel.APPLY)).isEmpty();
        assertThat(city.whoGotSms(asked.title() + ": 期限までに実施されず")).containsExactly("joho1");
    }

    @Test
    void what_is_never_restored_escalates_again_and_again_and_keeps_the_activation_open() {
        Asking asking = earthquake(7);
        Downgrade asked = asking.inForce();

        night.passes(Duration.ofHours(6));
        assertThat(city.whoGotSms(asked.title() + ": 引下げ中、期限から0分経過")).contains("ict-bucho", "honbu", "joho2");
        night.passes(Duration.ofHours(2));
        assertThat(city.smsCount("ict-bucho", asked.title() + ": 引下げ中、期限から")).isEqualTo(3);
        assertThat(asking.newest().isOverdue(night.now())).isTrue();
        assertThat(night.tasks(asking.number(), InForceModel.RESTORE)).hasSize(1);

        asking.restores("joho4");
        night.passes(Duration.ofHours(1));
        assertThat(city.smsCount("ict-bucho", asked.title() + ": 復元の確認待ち、期限から")).isEqualTo(1);
    }

    @Test
    void an_activation_is_not_closed_while_security_is_lowered_in_it() {
        Asking asking = earthquake(17, "4");
        asking.inForce();
        Runnable monitored = () -> night.claimAndComplete(
                "shukan",
                asking.number(),
                ResponseModel.MONITOR,
                entered("situationChanged", "no", "monitorFindings", "被害なし"));
        assertThatThrownBy(monitored::run).hasMessageContaining("終了できません").hasMessageContaining("引下げ中");
        assertThat(activations.get(new ActivationNumber(asking.number())).isOpen())
                .isTrue();

        asking.restores("joho2");
        asking.verifies("joho3", "yes");
        monitored.run();
        assertThat(activations.get(new ActivationNumber(asking.number())).state())
                .isEqualTo(State.CLOSED);
    }

    @Test
    void when_the_situation_falls_it_is_looked_at_again_at_once() {
        Asking asking = earthquake(18);
        Downgrade kept = asking.inForce();
        asks(asking, "correct", "3");
        decidesCorrection(asking, "correct");
        assertThat(night.tasks(asking.number(), ReviewDowngradeModel.REVIEW)).hasSize(1);
        night.claimAndComplete(
                "shukan",
                asking.number(),
                ReviewDowngradeModel.REVIEW,
                entered("reviewResult", "keep", "reviewReason", "本体はまだ故障"));
        assertThat(asking.newest().until()).isEqualTo(kept.until());

        asks(asking, "stand-down", null);
        decidesCorrection(asking, "stand-down");
        night.claimAndComplete(
                "shukan",
                asking.number(),
                ReviewDowngradeModel.REVIEW,
                entered("reviewResult", "restore", "reviewReason", "発動が取り消された"));
        assertThat(asking.newest().until()).isEqualTo(night.now());
        assertThat(asking.newest().isLowered()).isTrue();
        assertThat(firstPage()
                        .select("#left-over a[href$=%s] .late".formatted(asking.number()))
                        .text())
                .isEqualTo(kept.title() + ": 引下げ中");

        asking.restores("joho2");
        asking.verifies("joho3", "yes");
        assertThat(firstPage().select("#left-over a[href$=%s]".formatted(asking.number())))
                .isEmpty();
    }

    /** What any member of staff sees after signing in. */
    private Document firstPage() {
        return Visitor.ofThePlan(port, "joho4").page("/");
    }

    private void asks(Asking asking, String change, String intensity) {
        var form =
                entered("activationNumber", asking.number(), "requestedChange", change, "correctionReason", "気象庁の続報");
        form.put("correctedIntensity", intensity);
        city.starts("shukan", CorrectionModel.PROCESS, form);
    }

    private void decidesCorrection(Asking asking, String outcome) {
        var task = night.task(asking.number(), DecisionModel.DECIDE, "訂正・取消");
        night.claimAndComplete("ict-bucho", task, entered("decisionOutcome", outcome, "decisionReason", "続報による"));
    }

    private Asking earthquake(int minute) {
        return earthquake(minute, "6-lower");
    }

    private Asking earthquake(int minute, String intensity) {
        return askings.after(intensity, "2026-01-16T00:%02d:32+09:00".formatted(minute));
    }
}
