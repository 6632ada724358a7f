package org.keizoku.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.keizoku.scenario.Entered.entered;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.keizoku.recovery.SystemRecoveryModel;
import org.keizoku.recovery.VendorRequestModel;
import org.keizoku.testing.KeizokuTest;
import org.keizoku.testing.Night;
import org.springframework.beans.factory.annotation.Autowired;

/** A system's vendor is asked: contact point after contact point, against the time to answer and the time to arrive. */
@KeizokuTest
class VendorRequestTest {

    @Autowired
    Night night;

    @Autowired
    City city;

    /** SMP-801-25, SMP-802-20 */
    @Test
    void a_vendor_that_accepts_comes_in_time_and_its_result_is_on_record() {
        String number = asksTheVendor("2026-01-16T00:20:15+09:00");
        assertThat(city.form("joho1", number, VendorRequestModel.ASK_VENDOR, "vendorName"))
                .isEqualTo("外部事業者C社");
        assertThat(night.tasks(number, SystemRecoveryModel.RECOVER))
                .as("the team works meanwhile")
                .hasSize(1);

        assertThatThrownBy(() -> does(number, VendorRequestModel.ASK_VENDOR, "vendorAnswer", "accepted"))
                .as("nothing is agreed, and it does not say when it comes")
                .hasMessageContaining("到着の予定を入力");
        accepts(number, Duration.ofMinutes(90));
        night.passes(Duration.ofMinutes(89));
        assertThat(night.tasks(number, VendorRequestModel.AWAIT_VENDOR))
                .as("one minute before")
                .hasSize(1);
        assertThatThrownBy(() -> does(
                        number,
                        VendorRequestModel.AWAIT_VENDOR,
                        "vendorArrivedAt",
                        night.now().plus(Duration.ofMinutes(1)).toString()))
                .hasMessageContaining("未来");
        does(
                number,
                VendorRequestModel.AWAIT_VENDOR,
                "vendorArrivedAt",
                night.now().toString());
        does(number, VendorRequestModel.VENDOR_RESULT, "vendorResult", "done", "vendorWork", "部品を交換した");

        assertThat(night.tasks(number, VendorRequestModel.VENDOR_RESULT)).isEmpty();
        assertThat(String.join("\n", city.told(number)))
                .containsSubsequence(
                        "メール: 保守事業者に依頼し、協力して復旧する",
                        "メール: 外部事業者C社(平時の連絡先)に復旧を依頼",
                        "メール: 外部事業者C社の返答: 応じる",
                        "メール: 事業者が到着・対応開始",
                        "メール: 事業者の対応が完了")
                .doesNotContain("到着の期限を過ぎても");
    }

    @Test
    void a_contact_point_that_is_silent_is_followed_by_the_next_and_after_the_last_the_leader_decides() {
        String number = asksTheVendor("2026-01-16T00:21:15+09:00");
        night.passes(Duration.ofMinutes(29));
        assertThat(contact(number)).as("one minute before").isEqualTo("平時の連絡先");
        night.passes(Duration.ofMinutes(1));
        assertThat(contact(number)).isEqualTo("代替連絡先");

        does(number, VendorRequestModel.ASK_VENDOR, "vendorAnswer", "unreached");
        assertThat(city.sms("shukan", "どの窓口とも連絡がつきません")).contains(number, "メール", "/t/");
        night.claimAndComplete("shukan", number, VendorRequestModel.WITHOUT_VENDOR, entered("withoutVendor", "again"));
        assertThat(contact(number)).as("from the first again").isEqualTo("平時の連絡先");

        does(number, VendorRequestModel.ASK_VENDOR, "vendorAnswer", "declined");
        does(number, VendorRequestModel.ASK_VENDOR, "vendorAnswer", "declined");
        night.claimAndComplete(
                "shukan",
                number,
                VendorRequestModel.WITHOUT_VENDOR,
                entered("withoutVendor", "without", "otherMeans", "予備機を使う"));
        assertThat(night.tasks(number, VendorRequestModel.ASK_VENDOR)).isEmpty();
        assertThat(night.tasks(number, SystemRecoveryModel.RECOVER)).hasSize(1);
    }

    @Test
    void a_vendor_that_does_not_come_in_time_is_told_to_the_leader_and_the_next_contact_point_is_asked() {
        String number = asksTheVendor("2026-01-16T00:22:15+09:00");
        accepts(number, Duration.ofMinutes(60));
        night.passes(Duration.ofMinutes(59));
        assertThat(city.smsCount("shukan", "発動%s メール: 外部事業者C社が到着の期限".formatted(number)))
                .isZero();

        night.passes(Duration.ofMinutes(1));
        assertThat(city.sms("shukan", "発動%s メール: 外部事業者C社が到着の期限".formatted(number)))
                .contains("次の窓口");
        assertThat(night.tasks(number, VendorRequestModel.AWAIT_VENDOR)).isEmpty();
        assertThat(contact(number)).isEqualTo("代替連絡先");

        does(number, VendorRequestModel.ASK_VENDOR, "vendorAnswer", "arrived");
        does(number, VendorRequestModel.VENDOR_RESULT, "vendorResult", "cannot", "vendorWork", "部品がない");
        assertThat(city.sms("shukan", "発動%s メール: 事業者では復旧できない".formatted(number)))
                .contains("ほかの手段");
    }

    @Test
    void when_the_system_is_back_the_vendor_is_no_longer_awaited() {
        String number = asksTheVendor("2026-01-16T00:23:57+09:00");
        accepts(number, Duration.ofMinutes(60));
        does(number, SystemRecoveryModel.RECOVER, "workLevel", "full", "workDone", "再起動した");
        night.claimAndComplete("somu", number, SystemRecoveryModel.VERIFY, entered("verifiedLevel", "full"));

        assertThat(night.tasks(number, VendorRequestModel.AWAIT_VENDOR)).isEmpty();
        assertThat(city.sms("shukan", "発動%s メール: 復旧したため事業者への依頼を終える(到着待ち)".formatted(number)))
                .contains("事業者に伝えて");
    }

    private String asksTheVendor(String occurredAt) {
        String number = city.earthquake("6-lower", occurredAt);
        new SurveyedNight(night, city, number).recovering("mail");
        does(number, SystemRecoveryModel.FIRST_AID, "damageFound", "起動しない", "substituteUsed", "yes");
        does(
                number,
                SystemRecoveryModel.ESTIMATE,
                "estimatedAt",
                night.now().plus(Duration.ofHours(2)).toString(),
                "vendorNeeded",
                "yes");
        return number;
    }

    private void accepts(String number, Duration comesIn) {
        does(
                number,
                VendorRequestModel.ASK_VENDOR,
                "vendorAnswer",
                "accepted",
                "vendorPromisedAt",
                night.now().plus(comesIn).toString());
    }

    private String contact(String number) {
        return city.form("joho1", number, VendorRequestModel.ASK_VENDOR, "vendorContact");
    }

    private void does(String number, String step, String... values) {
        Map<String, Object> form = entered(values);
        night.claimAndComplete("joho1", number, step, form);
    }
}
