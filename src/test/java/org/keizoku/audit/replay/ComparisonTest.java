package org.keizoku.audit.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.keizoku.activation.ActivationNumber;
import org.keizoku.audit.Names;
import org.keizoku.audit.replay.Comparison.Deviation;
import org.keizoku.plan.PlanFile;
import org.keizoku.plan.SampleCity;
import org.keizoku.recovery.Recovery;

/** What went otherwise than planned, from entries of the ledger, and what became of systems' targets. */
class ComparisonTest {

    private static final Instant AT_02_14 = Instant.parse("2026-01-15T17:14:00Z");

    private final Names names = new Names(new PlanFile("plan.yaml", SampleCity.with()).read());

    @Test
    void acting_before_an_approval_is_a_deviation_beside_deputies_and_missed_reports() {
        assertThat(deviations(
                        entry(3, "report-missed", "system", null, "本部報告が出ていない"),
                        entry(2, "decision", "somu-bucho", "最高情報統括責任者 代行者1", "指揮を開始"),
                        entry(1, "downgrade-break-glass", "joho1", null, "ファイアウォールの一時変更を緊急措置として実施"),
                        entry(0, "downgrade-requested", "joho1", null, "アクセス権の一時開放を申請")))
                .extracting(Deviation::kind)
                .containsExactly("緊急措置", "代行", "報告漏れ");
    }

    @Test
    void who_broke_the_glass_is_told_by_name() {
        assertThat(deviations(entry(1, "downgrade-break-glass", "joho1", null, "ファイアウォールの一時変更を緊急措置として実施")))
                .singleElement()
                .satisfies(deviation -> {
                    assertThat(deviation.told()).isEqualTo("仮名 一郎 がファイアウォールの一時変更を緊急措置として実施");
                    assertThat(deviation.second())
                            .isEqualTo(AT_02_14.plusSeconds(60).getEpochSecond());
                });
    }

    @Test
    void a_recovery_that_was_cut_off_says_when_and_whether_its_time_was_over() {
        Instant due = AT_02_14.plusSeconds(3600);
        assertThat(verdicts(cutOff(due, due))).contains("中止(1月16日 03:14) 期限前に中止");
        assertThat(verdicts(cutOff(due.plusSeconds(60), due))).contains("中止(1月16日 03:15) 期限後に中止(超過)");
    }

    @Test
    void before_the_damage_is_known_no_system_is_said_to_be_spared() {
        var opened = new Run("r", "d", "activation", "発動", null, AT_02_14, null);
        var closed = new Run("r", "d", "activation", "発動", null, AT_02_14, AT_02_14.plusSeconds(7200));

        assertThat(verdicts(List.of(opened), List.of())).containsOnly(" 対象は未定");
        assertThat(verdicts(List.of(opened), List.of(cutOff(AT_02_14, AT_02_14))))
                .contains(" 復旧の対象にならず")
                .doesNotContain(" 対象は未定");
        assertThat(verdicts(List.of(closed), List.of())).containsOnly(" 復旧の対象にならず");
    }

    private List<String> verdicts(Recovery recovery) {
        return verdicts(List.of(), List.of(recovery));
    }

    private List<String> verdicts(List<Run> runs, List<Recovery> recoveries) {
        var replay = new Replay(runs, List.of(), List.of(), List.of(), AT_02_14.plusSeconds(36000));
        return new Comparison(replay, names, Map.of())
                .systems(recoveries, AT_02_14, "earthquake").stream()
                        .map(row -> row.real() + " " + row.verdict())
                        .toList();
    }

    private Recovery cutOff(Instant at, Instant due) {
        return new Recovery(
                new ActivationNumber("2026-001"),
                names.plan().systems().get(0).id(),
                Recovery.State.STOPPED,
                AT_02_14,
                due,
                0,
                null,
                null,
                at);
    }

    private List<Deviation> deviations(Recorded... entries) {
        var replay = new Replay(List.of(), List.of(), List.of(entries), List.of(), AT_02_14.plusSeconds(3600));
        return new Comparison(replay, names, Map.of()).deviations();
    }

    private static Recorded entry(int minute, String kind, String actor, String capacity, String told) {
        return new Recorded(minute, AT_02_14.plusSeconds(minute * 60L), actor, capacity, kind, told, null);
    }
}
