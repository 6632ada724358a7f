package org.keizoku.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.keizoku.scenario.Entered.entered;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.keizoku.activation.ActivationNumber;
import org.keizoku.activation.CorrectionModel;
import org.keizoku.approval.DecisionModel;
import org.keizoku.approval.RatificationModel;
import org.keizoku.platform.Visitor;
import org.keizoku.recovery.Recoveries;
import org.keizoku.recovery.Recovery;
import org.keizoku.recovery.Recovery.State;
import org.keizoku.recovery.SystemRecoveryModel;
import org.keizoku.testing.KeizokuTest;
import org.keizoku.testing.Night;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A recovery whose procedure is cut off ends there, says so wherever its state stands, and warns nobody any more. */
@KeizokuTest
class StoppedRecoveryTest {

    @LocalServerPort
    int port;

    @Autowired
    Night night;

    @Autowired
    City city;

    @Autowired
    Recoveries recoveries;

    @Test
    void with_a_continuity_that_is_taken_back_its_recoveries_stop_and_nobody_is_warned() {
        String number = startedByTheDeputy("2026-01-16T02:13:47+09:00");
        assertThat(only(number).state()).isEqualTo(State.RECOVERING);
        asksTheVendor(number);

        takesBack(number);

        assertThat(only(number).state()).isEqualTo(State.STOPPED);
        assertThat(only(number).stoppedAt()).isEqualTo(night.now());
        assertThat(city.told(number)).contains("メール: 復旧の手順を中止", "メール: 復旧の手順を中止したため事業者への依頼を終える(返答待ち)");
        assertThat(city.sms("shukan", "事業者への依頼を終える")).contains("事業者に伝えてください");
        String stopped = "中止(1月16日 02:44)";
        assertThat(page("shukan", "/activations/" + number)).contains(stopped, "期限前に中止");
        assertThat(page("kansa", "/audit/" + number + "/comparison")).contains(stopped, "期限前に中止");

        night.passes(Duration.ofHours(60));
        assertThat(city.whoGotSms("発動%s メール: 目標復旧時間".formatted(number))).isEmpty();
        assertThat(page("shukan", "/activations/" + number)).contains("期限前に中止");
    }

    @Test
    void a_response_that_begins_anew_stops_its_recoveries_and_begins_them_anew() {
        String number = city.earthquake("6-lower", "2026-01-16T02:12:47+09:00");
        var surveyed = new SurveyedNight(night, city, number);
        surveyed.recovering("mail");
        Recovery first = only(number);
        night.passes(Duration.ofHours(1));
        corrects(number, "3");
        assertThat(only(number).state()).isEqualTo(State.STOPPED);

        corrects(number, "6-lower");
        surveyed.recovering("mail");

        assertThat(only(number).state()).isEqualTo(State.RECOVERING);
        assertThat(only(number).stoppedAt()).isNull();
        assertThat(only(number).startedAt()).isEqualTo(first.startedAt().plus(Duration.ofHours(1)));
        assertThat(only(number).rtoDueAt()).as("counted from the outage").isEqualTo(first.rtoDueAt());
    }

    private void asksTheVendor(String number) {
        night.claimAndComplete(
                "joho1", number, SystemRecoveryModel.FIRST_AID, entered("damageFound", "停止", "substituteUsed", "yes"));
        Map<String, Object> estimate =
                entered("estimatedAt", night.now().plus(Duration.ofHours(2)).toString(), "vendorNeeded", "yes");
        night.claimAndComplete("joho1", number, SystemRecoveryModel.ESTIMATE, estimate);
    }

    private String startedByTheDeputy(String occurredAt) {
        String number = city.earthquake("6-lower", occurredAt);
        var surveyed = new SurveyedNight(night, city, number);
        surveyed.surveyed();
        night.passes(Duration.ofMinutes(30));
        city.decides("somu-bucho", number, "start", "庁舎の停電が続く");
        surveyed.affects("mail");
        city.decides("ict-bucho", number, "approve", "");
        return number;
    }

    private void takesBack(String number) {
        night.claimAndComplete(
                "ict-bucho",
                number,
                RatificationModel.RATIFY,
                entered("ratification", "take-back", "decidedInstead", "ordinary", "ratificationReason", "被害は軽い"));
    }

    private void corrects(String number, String intensity) {
        city.starts(
                "shukan",
                CorrectionModel.PROCESS,
                entered(
                        "activationNumber",
                        number,
                        "requestedChange",
                        "correct",
                        "correctionReason",
                        "気象庁の続報",
                        "correctedIntensity",
                        intensity));
        var task = night.task(number, DecisionModel.DECIDE, "訂正・取消");
        night.claimAndComplete("ict-bucho", task, entered("decisionOutcome", "correct", "decisionReason", "続報による"));
    }

    private Recovery only(String number) {
        var all = recoveries.of(new ActivationNumber(number));
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    private String page(String person, String path) {
        return Visitor.ofThePlan(port, person).page(path).text();
    }
}
