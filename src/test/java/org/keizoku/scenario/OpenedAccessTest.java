package org.keizoku.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.keizoku.scenario.Entered.entered;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.keizoku.downgrade.Downgrade;
import org.keizoku.downgrade.InForceModel;
import org.keizoku.testing.KeizokuTest;
import org.keizoku.testing.Night;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** While accounts or rooms stand open, their records are kept: the access log and the entry and exit register. */
@KeizokuTest
class OpenedAccessTest {

    @Autowired
    Askings askings;

    @Autowired
    Night night;

    @Autowired
    JdbcClient jdbc;

    @Test
    void while_access_is_open_its_log_is_collected() {
        Asking asking = earthquake(13);
        asking.inForce("downgradeMatter", "access-right");
        Map<String, Object> log = entered(
                "logSystems", "住民情報システム",
                "logStartedAt", "2026-01-16T02:20+09:00",
                "logKeptWhere", "監査用の共有領域",
                "logFindings", "許可外の操作なし");
        assertThatThrownBy(() -> night.claimAndComplete("joho4", asking.number(), InForceModel.COLLECT_LOG, log))
                .hasMessageContaining("ログの収集を続けてください");
        asking.restores("joho2");
        asking.verifies("joho3", "yes");
        assertThat(asking.newest().state()).isEqualTo(Downgrade.State.VERIFIED);
        night.claimAndComplete("joho4", asking.number(), InForceModel.COLLECT_LOG, log);
        assertThat(asking.newest().state()).isEqualTo(Downgrade.State.ENDED);
    }

    @Test
    void while_a_room_is_open_its_register_is_kept() {
        Asking asking = earthquake(14);
        Downgrade asked = asking.inForce("downgradeMatter", "room-access");
        notes(
                asking,
                entered(
                        "registerAction",
                        "record",
                        "visitorName",
                        "例示 訪子",
                        "visitorSection",
                        "外部事業者A社",
                        "enteredAt",
                        "2026-01-16T02:00+09:00",
                        "leftAt",
                        "2026-01-16T02:10+09:00",
                        "visitPurpose",
                        "空調の点検"));
        assertThat(jdbc.sql("select name from downgrade_entry where downgrade = ?")
                        .param(asked.number())
                        .query(String.class)
                        .list())
                .containsExactly("例示 訪子");
        assertThatThrownBy(() -> notes(asking, entered("registerAction", "record", "visitorName", "例示 訪子")))
                .hasMessageContaining("「所属」");
        assertThatThrownBy(() -> notes(asking, entered("registerAction", "close")))
                .hasMessageContaining("台帳は閉じられません");
        asking.restores("joho2");
        notes(asking, entered("registerAction", "close"));
        asking.verifies("joho3", "yes");
        assertThat(asking.newest().state()).isEqualTo(Downgrade.State.ENDED);
    }

    private void notes(Asking asking, Map<String, Object> line) {
        night.claimAndComplete("joho4", asking.number(), InForceModel.RECORD_ENTRY, line);
    }

    private Asking earthquake(int minute) {
        return askings.after("2026-01-16T00:%02d:35+09:00".formatted(minute));
    }
}
