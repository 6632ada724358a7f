package org.keizoku.audit.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.keizoku.activation.ActivationNumber;
import org.keizoku.approval.DecisionModel;
import org.keizoku.audit.NoSuchRecord;
import org.keizoku.audit.replay.SceneShown.EntryShown;
import org.keizoku.audit.replay.SceneShown.RunShown;
import org.keizoku.audit.replay.SceneShown.StepShown;
import org.keizoku.audit.replay.SceneShown.TokenShown;
import org.keizoku.audit.replay.SceneShown.VariableShown;
import org.keizoku.engine.Fact;
import org.keizoku.engine.ProcessVariable;
import org.keizoku.recovery.ContinuityModel;
import org.keizoku.scenario.City;
import org.keizoku.scenario.SurveyedNight;
import org.keizoku.testing.Heard;
import org.keizoku.testing.KeizokuTest;
import org.keizoku.testing.Night;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.ui.ExtendedModelMap;

/** What an auditor is shown of a night that the engine really ran. */
@KeizokuTest
class ReplayPagesTest {

    private static final Authentication AUDITOR = new TestingAuthenticationToken("kansa", "", "ROLE_auditor");
    private static final Authentication MEMBER = new TestingAuthenticationToken("joho1", "", "ROLE_team");

    @Autowired
    ReplayPages pages;

    @Autowired
    ComparisonPages comparisons;

    @Autowired
    HeatPages heat;

    @Autowired
    StepTimes times;

    @Autowired
    Heard heard;

    @Autowired
    Replays replays;

    @Autowired
    Night night;

    @Autowired
    City city;

    @Test
    void a_silent_head_is_found_as_a_late_step_with_who_decided_in_the_end() {
        String number = city.earthquake("6-lower", "2026-01-16T01:38:00+09:00");
        night.passes(Duration.ofMinutes(31));
        city.decides("somu-bucho", number, "survey", "本部長は応答なしと見本花子から聞いた");

        var overview = pages.overview(number, AUDITOR);
        var late = overview.lates().get(0);
        assertThat(late.step()).isEqualTo(DecisionModel.DECIDE);
        assertThat(late.at()).isEqualTo("2026-01-16 02:44:00");
        assertThat(overview.seconds()).contains(late.second());
        assertThat(overview.roots()).extracting(RunShown::name).containsExactly("発動");

        SceneShown red = pages.scene(number, late.second(), late.run(), AUDITOR);
        assertThat(red.state()).isEqualTo("進行中");
        assertThat(token(red).late()).startsWith("期限超過");
        assertThat(red.told()).anyMatch(entry -> entry.told().contains("時刻になった"));
        assertThat(red.path())
                .extracting(RunShown::name)
                .containsExactly("発動", "対応", "初動対応", "代行付き判断: 指揮を開始し被害調査を指示するか");
        assertThat(red.open())
                .anyMatch(task ->
                        task.run().id().equals(late.run()) && !task.late().isEmpty());
        assertThat(variable(red, DecisionModel.NEXT_RANK_AT).change()).isEqualTo("changed");
        assertThat(token(pages.scene(number, late.second() - 60, late.run(), AUDITOR))
                        .late())
                .isEmpty();

        SceneShown after = pages.scene(number, night.now().getEpochSecond(), late.run(), AUDITOR);
        assertThat(after.state()).isEqualTo("終了");
        assertThat(after.passed()).contains(new StepShown(DecisionModel.DECIDE, 1, 0, 1));
        assertThat(after.told())
                .extracting(EntryShown::told)
                .anyMatch(told -> told.contains("代行者1) が判断:") && told.contains("31分応答なし"));
        assertThat(after.toString()).doesNotContain("見本花子");
        assertThat(variable(after, DecisionModel.FORM_REASON).value()).matches("\\(文章 \\d+文字\\)");
    }

    @Test
    void the_notices_of_a_second_stand_in_its_scene() {
        String number = city.earthquake("6-lower", "2026-01-16T01:35:00+09:00");
        city.sms("joho1", number);

        SceneShown first = pages.scene(
                number,
                night.now().getEpochSecond(),
                pages.overview(number, AUDITOR).roots().get(0).id(),
                AUDITOR);

        assertThat(first.notices())
                .anyMatch(notice -> notice.who().equals("仮名 一郎") && notice.way().equals("SMS"));
        assertThat(first.below()).extracting(called -> called.run().name()).containsExactly("対応");
        assertThat(first.tokens()).extracting(TokenShown::step).containsExactly("Call_Response");
    }

    @Test
    void an_activation_is_held_against_its_plan() {
        String number = city.earthquake("6-lower", "2026-01-16T01:36:00+09:00");
        night.passes(Duration.ofMinutes(31));
        new SurveyedNight(night, city, number).upTo("start");
        night.claimAndComplete(
                "joho1", number, ContinuityModel.SURVEY_SYSTEMS, Map.of("affectedSystems", city.json(List.of("mail"))));
        night.claimAndComplete("shukan", number, ContinuityModel.PROPOSE_POLICY, Map.of("recoveryPolicy", "復旧"));
        city.decides("ict-bucho", number, "approve", "");
        night.passes(Duration.ofHours(6));

        var page = new ExtendedModelMap();
        comparisons.comparison(number, AUDITOR, page);

        assertThat(lines(page, "deviations"))
                .anyMatch(
                        row -> row.contains("at=2026-01-16 02:44:00, kind=遅れ, told=判断する: ") && row.contains("1分超過して終了"))
                .anyMatch(row -> row.contains("被害を調べ応急措置: メール: 1時間9分超過、未完了"));
        assertThat(lines(page, "systems"))
                .anyMatch(row -> row.contains("name=メール, planned=6時間0分, real=, verdict=未復旧(超過), late=true"))
                .anyMatch(row -> row.contains("name=住民情報システム") && row.contains("復旧の対象にならず"));
        assertThat(lines(page, "clauses"))
                .anyMatch(row -> row.contains("id=SMP-801-33") && row.contains("carriedOut=[]"))
                .anyMatch(row -> row.contains("id=SMP-801-22") && row.contains("システムの被害を確認する(仮名 一郎)"));
    }

    @Test
    void the_times_of_all_activations_stand_on_the_newest_model() {
        String number = city.earthquake("6-lower", "2026-01-16T01:13:00+09:00");
        night.passes(Duration.ofMinutes(20));
        city.decides("ict-bucho", number, "survey", "");

        var page = new ExtendedModelMap();
        heat.heat(DecisionModel.PROCESS, Nights.REAL, AUDITOR, page);

        assertThat(lines(page, "rows"))
                .anyMatch(row -> row.matches("Row\\[step=Task_Decide, name=判断する, .*heat=[1-5]]"))
                .anyMatch(row -> row.matches("Row\\[.*heat=5]"))
                .anyMatch(row -> row.matches("Row\\[step=Event_DecisionNeeded, .*heat=0]"));
        assertThat(heat.model(DecisionModel.PROCESS, AUDITOR).getBody())
                .contains("process id=\"decide-with-deputies\"");
        assertThatThrownBy(() -> heat.heat("nonsense", Nights.ALL, AUDITOR, page))
                .isInstanceOf(NoSuchRecord.class);
        assertThatThrownBy(() -> heat.heat("", Nights.ALL, MEMBER, page)).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void drills_are_counted_apart_from_real_activations() {
        long real = surveys(Nights.REAL);
        long drills = surveys(Nights.DRILL);
        String number = city.reported(
                "{\"eventType\": \"earthquake\", \"intensity\": \"6-lower\", \"occurredAt\": \"2026-01-16T01:14:19+09:00\", \"drill\": true}");
        city.decides("ict-bucho", number, "survey", "");

        assertThat(surveys(Nights.REAL)).isEqualTo(real);
        assertThat(surveys(Nights.DRILL)).isEqualTo(drills + 1);
        assertThat(surveys(Nights.ALL)).isEqualTo(real + drills + 1);
    }

    private long surveys(Nights of) {
        return times.of(DecisionModel.PROCESS, of).stream()
                .filter(step -> step.step().equals(DecisionModel.DECIDE))
                .mapToLong(StepTime::times)
                .sum();
    }

    @Test
    void a_replay_is_one_look_and_on_record_and_a_refused_one_as_well() {
        String number = city.earthquake("6-lower", "2026-01-16T01:15:23+09:00");

        var overview = pages.overview(number, AUDITOR);
        pages.scene(number, overview.seconds().first(), overview.roots().get(0).id(), AUDITOR);
        assertThatThrownBy(() -> pages.overview(number, MEMBER)).isInstanceOf(AccessDeniedException.class);

        assertThat(heard.stream(Fact.class)
                        .filter(fact -> fact.kind().equals("record-looked-at"))
                        .map(Fact::values))
                .singleElement()
                .asString()
                .contains(number, "図での再生");
        assertThat(heard.stream(Fact.class).filter(fact -> fact.kind().equals("record-look-refused")))
                .singleElement()
                .extracting(Fact::actor)
                .isEqualTo(MEMBER.getName());
    }

    @Test
    void the_model_is_the_one_that_was_in_force_and_no_other_is_handed_out() {
        String number = city.earthquake("6-lower", "2026-01-16T01:39:00+09:00");
        Run root = replays.of(new ActivationNumber(number)).roots().get(0);

        assertThat(pages.model(number, root.definition(), AUDITOR).getBody())
                .contains("<bpmn:process id=\"activation\"", "bpmndi:BPMNDiagram");
        assertThatThrownBy(() -> pages.model(number, "plan-revision:1:1", AUDITOR))
                .isInstanceOf(NoSuchRecord.class);
        assertThatThrownBy(() -> pages.scene(number, 0, "no-run", AUDITOR)).isInstanceOf(NoSuchRecord.class);
        assertThatThrownBy(() -> pages.model(number, root.definition(), MEMBER))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> pages.scene(number, 0, root.id(), MEMBER)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> pages.overview(number, MEMBER)).isInstanceOf(AccessDeniedException.class);
    }

    private static List<String> lines(ExtendedModelMap page, String attribute) {
        return ((List<?>) page.get(attribute)).stream().map(String::valueOf).toList();
    }

    private static TokenShown token(SceneShown scene) {
        return scene.tokens().stream()
                .filter(token -> token.step().equals(DecisionModel.DECIDE))
                .findFirst()
                .orElseThrow();
    }

    private static VariableShown variable(SceneShown scene, ProcessVariable<?> wanted) {
        return scene.variables().stream()
                .filter(variable -> variable.name().equals(wanted.name()))
                .findFirst()
                .orElseThrow();
    }
}
