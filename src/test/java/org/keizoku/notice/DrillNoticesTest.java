package org.keizoku.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.keizoku.activation.ActivationNumber;
import org.keizoku.people.contact.Contact;
import org.keizoku.people.contact.ContactChannel;
import org.keizoku.plan.PersonId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;

/** A drill and a real activation of the same night, as provider and mail server see them: nothing of one ever leaves as the other. */
class DrillNoticesTest extends NoticeHouse {

    private static final String REAL_SMS_FROM = "+815000000000";
    private static final String REAL_MAIL_FROM = "bcp@city.example";

    @Autowired
    private Notices notices;

    @Autowired
    private HandingOver handingOver;

    @Autowired
    private FollowUp followUp;

    @Autowired
    private UnreachedPeople unreached;

    @Test
    void a_drill_leaves_by_its_own_senders_and_marked() throws Exception {
        plan(drill, BOTH, "庁舎が使えません。");
        dispatch();

        assertThat(SMS.taken).singleElement().satisfies(sms -> assertThat(sms)
                .containsEntry("From", DRILL_SMS_FROM)
                .containsEntry("Body", "【訓練】庁舎が使えません。"));
        assertThat(MAIL.getReceivedMessages()).singleElement().satisfies(mail -> {
            assertThat(mail.getFrom()[0]).hasToString(DRILL_MAIL_FROM);
            assertThat(mail.getSubject()).isEqualTo("【訓練】緊急連絡");
            assertThat(mail.getContent().toString()).startsWith("【訓練】");
        });
    }

    @Test
    void both_at_once_stay_apart() throws Exception {
        plan(activation, BOTH, "本番の言葉");
        plan(drill, BOTH, "訓練の言葉");
        dispatch();

        assertThat(SMS.taken)
                .extracting(sms -> sms.get("From") + " " + sms.get("Body"))
                .containsExactlyInAnyOrder(REAL_SMS_FROM + " 本番の言葉", DRILL_SMS_FROM + " 【訓練】訓練の言葉");
        assertThat(Arrays.stream(MAIL.getReceivedMessages()).map(DrillNoticesTest::fromAndSubject))
                .containsExactlyInAnyOrder(REAL_MAIL_FROM + " 緊急連絡", DRILL_MAIL_FROM + " 【訓練】緊急連絡");
    }

    @Test
    void the_mark_that_somebody_typed_does_not_make_a_real_notice_a_drill() {
        plan(activation, SMS_ONLY, "【訓練】ではありません。参集してください。");
        dispatch();

        assertThat(sentTexts()).containsExactly("訓練ではありません。参集してください。");
    }

    @Test
    void a_text_that_bears_the_mark_already_gets_no_second_one() {
        plan(drill, BOTH, "【訓練】参集してください。");
        dispatch();

        assertThat(sentTexts()).containsExactly("【訓練】参集してください。");
    }

    @Test
    void whom_the_list_does_not_admit_gets_nothing_of_a_drill_and_is_nobody_to_telephone() {
        assertThat(plan(drill, SMS_ONLY, "庁舎が使えません。")).isZero();
        dispatch();
        followUp.look();

        assertThat(SMS.posts).isEmpty();
        assertThat(notices.of(drill)).singleElement().satisfies(notice -> {
            assertThat(notice.state()).isEqualTo(NoticeState.SKIPPED);
            assertThat(notice.lastError()).isEqualTo("訓練の通知先ではない");
        });
        assertThat(unreached.of(drill)).isEmpty();
        assertThat(plan(activation, SMS_ONLY, "庁舎が使えません。")).isOne();
    }

    @Test
    void the_list_may_admit_one_address_of_a_person() throws Exception {
        assertThat(plan(drill, MAIL_ONLY, "庁舎が使えません。")).isOne();
        dispatch();

        assertThat(MAIL.getReceivedMessages()).hasSize(1);
    }

    @Test
    void a_notice_of_a_drill_cannot_be_carried_out_by_a_real_channel() {
        plan(drill, BOTH, "庁舎が使えません。");
        HandOver ofDrill = begun(drillSms());

        assertThatThrownBy(() -> handingOver.carry(ofDrill, sms(), quiet -> {}))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(SMS.posts).isEmpty();
    }

    @Test
    void a_real_notice_cannot_be_carried_out_by_a_drills_channel() {
        plan(activation, BOTH, "庁舎が使えません。");
        HandOver inEarnest = begun(sms());

        assertThatThrownBy(() -> handingOver.carry(inEarnest, drillSms(), quiet -> {}))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(SMS.posts).isEmpty();
    }

    @Test
    void neither_side_takes_the_others_notices_in_hand() {
        plan(drill, BOTH, "庁舎が使えません。");
        assertThat(leases.begin(sms(), 10)).isEmpty();

        plan(activation, BOTH, "庁舎が使えません。");
        assertThat(leases.begin(drillSms(), 10)).extracting(HandOver::number).containsExactly(drill);
    }

    @Test
    void no_message_of_one_type_can_be_made_for_the_other_side() {
        var admitted = new DrillRecipients(Set.of("*"))
                .admit(BOTH, new Contact(ContactChannel.SMS, "+819000000001", 0))
                .orElseThrow();

        assertThatThrownBy(() -> new RealMessage(1, drill, "+819000000001", "件名", "本文", Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new DrillMessage(1, activation, admitted, "件名", "本文", Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new DrillMessage(1, null, admitted, "件名", "本文", Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_side_of_a_row_cannot_be_written() {
        plan(drill, BOTH, "庁舎が使えません。");

        for (String table : List.of("notice", "activation")) {
            assertThatThrownBy(() -> jdbc.sql("update %s set drill = false".formatted(table))
                            .update())
                    .isInstanceOf(DataAccessException.class);
        }
    }

    @Test
    void an_empty_list_admits_nobody() {
        var nobody = new DrillRecipients(Set.of());

        assertThat(nobody.admit(BOTH, new Contact(ContactChannel.SMS, "+819000000001", 0)))
                .isEmpty();
    }

    private int plan(ActivationNumber number, PersonId to, String words) {
        return notices.plan(
                new NoticeOrder(number, "information", 0, to, Urgency.INFORMATION, "緊急連絡", words, Optional.empty()));
    }

    private HandOver begun(Channel<?> channel) {
        List<HandOver> begun = transaction.execute(begin -> leases.begin(channel, 1));
        assertThat(begun).hasSize(1);
        return begun.get(0);
    }

    private Channel<?> drillSms() {
        return channels.all().stream()
                .filter(TwilioChannel.class::isInstance)
                .filter(channel -> channel.side().isDrill())
                .findFirst()
                .orElseThrow();
    }

    private static String fromAndSubject(MimeMessage mail) {
        try {
            return mail.getFrom()[0] + " " + mail.getSubject();
        } catch (MessagingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
