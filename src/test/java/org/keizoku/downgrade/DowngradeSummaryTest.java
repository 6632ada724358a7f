package org.keizoku.downgrade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keizoku.activation.ActivationNumber;
import org.keizoku.downgrade.Downgrade.Decided;
import org.keizoku.downgrade.Downgrade.State;
import org.keizoku.engine.Side;
import org.keizoku.plan.Matter;

/** What the after-action record says of what was lowered, with its times, its people and what was kept. */
class DowngradeSummaryTest {

    private static final ActivationNumber NUMBER = new ActivationNumber("2026-001");
    private static final Instant AT_02_14 = Instant.parse("2026-01-15T17:14:00Z");
    private static final Instant AT_08_14 = AT_02_14.plusSeconds(6 * 3600);

    private final DowngradeRows rows = mock();
    private final DowngradeHands hands = mock();
    private final EntryRegister register = mock();
    private final Evidence evidence = mock();

    @BeforeEach
    void four_people_did_it() {
        Map<String, Side> parts = Map.of(
                "joho1", Side.REQUESTER, "ict-bucho", Side.APPROVER, "joho2", Side.EXECUTOR, "joho3", Side.VERIFIER);
        when(hands.of(7)).thenReturn(new org.keizoku.engine.Matter(parts));
        when(evidence.of(7)).thenReturn(List.of(mock(Evidence.Listed.class)));
        when(register.of(7)).thenReturn(List.of(mock(EntryRegister.Stay.class), mock(EntryRegister.Stay.class)));
    }

    @Test
    void what_was_put_back_in_time_and_verified() {
        assertThat(told(Matter.ROOM_ACCESS, State.ENDED, AT_08_14, AT_08_14.plusSeconds(600)))
                .isEqualTo(
                        """
                        - 第7号 電算室の入退室制限の一時緩和(電算室): 終了、期限内
                          申請 1月16日 02:14、承認 1月16日 02:14(最高情報統括責任者)、引下げ 1月16日 02:14から1月16日 08:14まで(期限 1月16日 08:14)、復元の確認 1月16日 08:24
                          申請・提案 joho1、承認・判断 ict-bucho、実施 joho2、確認 joho3
                          証跡のファイル 1件、入退出表台帳 2行""");
    }

    @Test
    void what_was_put_back_a_minute_late_or_not_at_all_is_late() {
        assertThat(told(Matter.ACCESS_RIGHT, State.ENDED, AT_08_14.plusSeconds(60), AT_08_14.plusSeconds(600)))
                .contains("終了、期限超過", "アクセスログの収集 済み");
        assertThat(told(Matter.ACCESS_RIGHT, State.IN_FORCE, null, null))
                .contains("引下げ中、期限超過", "02:14から継続中(期限 1月16日 08:14)", "アクセスログの収集 未了")
                .doesNotContain("復元の確認");
    }

    @Test
    void of_what_was_never_lowered_no_time_is_told() {
        when(rows.of(NUMBER)).thenReturn(List.of(downgrade(Matter.FIREWALL, State.REFUSED, null, null, null)));

        assertThat(summary().of(NUMBER))
                .singleElement()
                .asString()
                .contains("第7号 ファイアウォール等の規則の一時変更(電算室): 不承認\n")
                .doesNotContain("引下げ ", "期限");
    }

    private String told(Matter matter, State state, Instant restored, Instant verified) {
        when(rows.of(NUMBER)).thenReturn(List.of(downgrade(matter, state, AT_02_14, restored, verified)));
        return summary().of(NUMBER).get(0);
    }

    private DowngradeSummary summary() {
        return new DowngradeSummary(
                rows, hands, register, evidence, Clock.fixed(AT_08_14.plusSeconds(3600), ZoneOffset.UTC));
    }

    private static Downgrade downgrade(
            Matter matter, State state, Instant applied, Instant restored, Instant verified) {
        var request = new Request(NUMBER, matter, null, "電算室", "理由", "対策", "戻し方", "情報システム班", AT_08_14, false);
        var decided = new Decided(state != State.REFUSED, "ict-bucho", "最高情報統括責任者", AT_02_14, "");
        return new Downgrade(7, request, "joho1", AT_02_14, AT_08_14, state, decided, applied, restored, verified);
    }
}
