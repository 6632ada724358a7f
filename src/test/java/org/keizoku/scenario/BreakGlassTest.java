package org.keizoku.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.keizoku.downgrade.Downgrade;
import org.keizoku.testing.KeizokuTest;
import org.keizoku.testing.Night;
import org.springframework.beans.factory.annotation.Autowired;

/** Who acts at once to protect life or stop damage: everybody hears of it, and the approval after the fact is asked for until it is given or refused. */
@KeizokuTest
class BreakGlassTest {

    @Autowired
    Askings askings;

    @Autowired
    Night night;

    @Autowired
    City city;

    @Test
    void broken_glass_is_told_to_everybody_at_once_and_asked_about_until_it_is_approved() {
        Asking asking = earthquake(10);
        Downgrade broken = asking.asks("joho1", "urgency", "break-glass");
        assertThat(broken.state()).isEqualTo(Downgrade.State.IN_FORCE);
        assertThat(broken.awaitsApprovalAfterTheFact()).isTrue();
        assertThat(city.whoGotSms(broken.title() + ": 緊急措置として承認前に実施"))
                .contains(
                        "shukan",
                        "joho1",
                        "joho2",
                        "joho3",
                        "joho4",
                        "ict-bucho",
                        "somu-bucho",
                        "kikaku-kacho",
                        "honbu");

        night.passes(Duration.ofMinutes(59));
        assertThat(city.whoGotSms("緊急措置の事後承認が")).isEmpty();
        night.passes(Duration.ofMinutes(61));
        assertThat(city.smsCount("honbu", broken.title() + ": 緊急措置の事後承認が")).isEqualTo(2);
        asking.decides("somu-bucho", "approve");
        assertThat(asking.newest().awaitsApprovalAfterTheFact()).isFalse();
        night.passes(Duration.ofMinutes(50));
        assertThat(city.smsCount("honbu", broken.title() + ": 緊急措置の事後承認が")).isEqualTo(2);

        asking.restores("joho1");
        assertThatThrownBy(() -> asking.verifies("joho1", "yes")).hasMessageContaining("どの役割でも確認はできません");
        asking.verifies("joho3", "yes");
        assertThat(asking.newest().state()).isEqualTo(Downgrade.State.ENDED);
    }

    @Test
    void broken_glass_that_is_refused_has_to_be_undone_at_once() {
        Asking asking = earthquake(11);
        Downgrade broken = asking.asks("joho1", "urgency", "break-glass");
        assertThatThrownBy(() -> asking.decides("ict-bucho", "refuse", "")).hasMessageContaining("理由");
        asking.decides("ict-bucho", "refuse", "人命に関わらない");

        assertThat(asking.newest().until()).isEqualTo(night.now());
        assertThat(asking.newest().isOverdue(night.now())).isTrue();
        assertThat(city.whoGotSms(broken.title() + ": 緊急措置は事後に承認されませんでした")).contains("joho1", "joho2", "honbu");
        night.passes(Duration.ofHours(1));
        assertThat(city.whoGotSms(broken.title() + ": 引下げ中、期限から1時間")).contains("ict-bucho", "honbu");
        asking.restores("joho2");
        asking.verifies("joho3", "yes");
        assertThat(asking.newest().state()).isEqualTo(Downgrade.State.ENDED);
    }

    private Asking earthquake(int minute) {
        return askings.after("2026-01-16T00:%02d:34+09:00".formatted(minute));
    }
}
