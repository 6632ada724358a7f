package org.keizoku.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.keizoku.scenario.Entered.entered;

import java.time.Duration;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keizoku.activation.ActivationNumber;
import org.keizoku.downgrade.Downgrade;
import org.keizoku.downgrade.DowngradeModel;
import org.keizoku.downgrade.Downgrades;
import org.keizoku.downgrade.InForceModel;
import org.keizoku.testing.KeizokuTest;
import org.keizoku.testing.Night;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Security that is lowered for a time: four persons, and one approval for exactly what was asked. */
@KeizokuTest
class DowngradeTest {

    @Autowired
    Askings askings;

    @Autowired
    Night night;

    @Autowired
    City city;

    @Autowired
    Downgrades downgrades;

    @Autowired
    TaskService tasks;

    @Autowired
    JdbcClient jdbc;

    @Test
    void asked_approved_applied_warned_of_restored_and_verified_by_four_persons() {
        Asking asking = earthquake(1);
        Downgrade asked = asking.asks("joho1");
        assertThat(asked.state()).isEqualTo(Downgrade.State.REQUESTED);
        assertThat(city.whoGotSms("一時引下げなどを承認するか")).contains("ict-bucho");
        assertThat(night.as(
                        "ict-bucho", () -> tasks.getVariable(asking.decision().getId(), "decisionFacts")))
                .asString()
                .contains(asked.title(), "規則12番", "接続元を二つに限る");

        asking.decides("ict-bucho", "approve");
        asking.applies("joho2");
        assertThat(asking.newest().state()).isEqualTo(Downgrade.State.IN_FORCE);

        night.passes(Duration.ofMinutes(179));
        assertThat(city.whoGotSms(asked.title() + ": 引下げ中")).isEmpty();
        night.passes(Duration.ofMinutes(1));
        assertThat(city.whoGotSms(asked.title() + ": 引下げ中、期限まで3時間"))
                .containsExactlyInAnyOrder("joho1", "joho2", "joho3", "joho4", "shukan", "ict-bucho");

        asking.restores("joho2");
        assertThat(asking.newest().state()).isEqualTo(Downgrade.State.RESTORED);
        asking.verifies("joho3", "no");
        assertThat(asking.newest().state()).isEqualTo(Downgrade.State.IN_FORCE);
        asking.restores("joho2");
        asking.verifies("joho3", "yes");

        assertThat(asking.newest().state()).isEqualTo(Downgrade.State.ENDED);
        assertThat(city.told(asking.number()))
                .contains(asked.title() + ": 承認", asked.title() + ": 元に戻ったことを確認", asked.title() + ": 終了");
        night.passes(Duration.ofHours(12));
        assertThat(city.whoGotSms(asked.title() + ": 終了")).isEmpty();
    }

    @Test
    void a_refused_request_ends_and_is_told_to_who_asked() {
        Asking asking = earthquake(2);
        Downgrade asked = asking.asks("joho1");

        assertThatThrownBy(() -> asking.decides("ict-bucho", "refuse", " ")).hasMessageContaining("理由");
        asking.decides("ict-bucho", "refuse", "別の経路で足りる");

        assertThat(asking.newest().state()).isEqualTo(Downgrade.State.REFUSED);
        assertThat(city.whoGotSms(asked.title() + ": 承認されませんでした")).containsExactly("joho1");
        assertThat(night.tasks(asking.number(), DowngradeModel.APPLY)).isEmpty();
    }

    @Test
    void nobody_plays_two_parts_through_whichever_role_they_come() {
        Asking asking = earthquake(3);
        asking.asks("joho1");
        String decide = asking.decision().getId();
        // The proposer stands in for nobody here, so the guard is asked by making joho1 a candidate.
        night.asNobody(() -> {
            tasks.addCandidateUser(decide, "joho1");
            return null;
        });
        assertThatThrownBy(() -> night.as("joho1", () -> tasks.claim(decide, "joho1")))
                .hasMessageContaining("どの役割でも承認・判断はできません");
        asking.decides("ict-bucho", "approve");

        assertThatThrownBy(() -> asking.applies("joho1")).hasMessageContaining("どの役割でも実施はできません");
        asking.applies("joho2");
        assertThatThrownBy(() -> asking.restores("joho1")).hasMessageContaining("どの役割でも実施はできません");
        asking.restores("joho2");
        assertThatThrownBy(() -> asking.verifies("joho2", "yes")).hasMessageContaining("実施をした人は、どの役割でも確認はできません");
        assertThatThrownBy(() -> asking.verifies("joho1", "yes")).hasMessageContaining("申請・提案をした人は、どの役割でも確認はできません");
        String verify = night.task(asking.number(), InForceModel.VERIFY).getId();
        assertThatThrownBy(() -> night.as("shukan", () -> tasks.setAssignee(verify, "joho2")))
                .hasMessageContaining("実施をした人は、どの役割でも確認はできません");
        asking.verifies("joho3", "yes");
    }

    @Test
    void an_approval_counts_for_exactly_what_was_asked(
            @Value("${spring.datasource.url}") String url,
            @Value("${spring.flyway.user}") String owner,
            @Value("${spring.flyway.password}") String password) {
        Asking asking = earthquake(4);
        Downgrade asked = asking.asks("joho1");
        assertThatThrownBy(() -> widen(jdbc, asked))
                .as("the application's role cannot change a request")
                .hasStackTraceContaining("permission denied");
        var owners = JdbcClient.create(new DriverManagerDataSource(url, owner, password));

        widen(owners, asked);
        assertThatThrownBy(() -> asking.decides("ict-bucho", "approve")).hasMessageContaining("申請の内容が変わっています");
        assertThat(asking.newest().state()).isEqualTo(Downgrade.State.REQUESTED);

        Downgrade second = asking.asks("joho1", "downgradeMatter", "access-right");
        night.claimAndComplete(
                "ict-bucho", asking.newestDecision(), entered("decisionOutcome", "approve", "decisionReason", "可"));
        widen(owners, second);
        assertThatThrownBy(() -> asking.applies("joho2")).hasMessageContaining("承認された後に申請の内容が変わっています");
        assertThat(asking.newest().state()).isEqualTo(Downgrade.State.APPROVED);
    }

    @Test
    void what_is_not_needed_any_more_is_dropped() {
        Asking asking = earthquake(6);
        asking.asks("joho1");
        asking.decides("ict-bucho", "approve");
        night.claimAndComplete(
                "joho2",
                asking.number(),
                DowngradeModel.APPLY,
                entered("applyResult", "dropped", "applyNote", "本体が直った"));

        assertThat(asking.newest().state()).isEqualTo(Downgrade.State.DROPPED);
    }

    @Test
    void one_deed_has_no_end_to_restore() {
        Asking asking = earthquake(12);
        Downgrade asked = asking.asks("joho1", "downgradeMatter", "copy-or-send", "informationLevel", "3");
        assertThat(asking.isAsked("somu")).isTrue();
        assertThat(asking.isAsked("ict-bucho")).isFalse();
        asking.decides("somu", "approve");
        asking.applies("joho2");

        assertThat(asking.newest().state()).isEqualTo(Downgrade.State.DONE);
        assertThat(asking.newest().isOpen()).isFalse();
        assertThat(night.tasks(asking.number(), InForceModel.RESTORE)).isEmpty();
        assertThat(asked.request().level()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({
        "21, downgradeMatter, nonsense, 対象",
        "22, downgradeTarget, '', 何に対して",
        "23, restoration, ' ', 元に戻す方法",
        "24, downgradeUntil, 2026-01-16T02:14+09:00, 過去",
        "25, downgradeUntil, 2026-01-19T02:15+09:00, 最長3日0時間",
        "26, activationNumber, 2019-999, 2019-999",
        "27, downgradeMatter, take-out, 情報の重要度"
    })
    void a_request_that_cannot_be_is_refused(int minute, String field, String value, String words) {
        Asking asking = earthquake(minute);
        assertThatThrownBy(() -> asking.asks("joho1", field, value)).hasMessageContaining(words);
        assertThat(downgrades.of(new ActivationNumber(asking.number()))).isEmpty();
    }

    @Test
    void information_of_the_lowest_level_needs_no_approval() {
        Asking asking = earthquake(16);
        assertThatThrownBy(() -> asking.asks("joho1", "downgradeMatter", "copy-or-send", "informationLevel", "1"))
                .hasMessageContaining("承認は要りません");
    }

    private static void widen(JdbcClient client, Downgrade downgrade) {
        client.sql("update downgrade set target = 'すべての規則' where number = ?")
                .param(downgrade.number())
                .update();
    }

    private Asking earthquake(int minute) {
        return askings.after("2026-01-16T00:%02d:31+09:00".formatted(minute));
    }
}
