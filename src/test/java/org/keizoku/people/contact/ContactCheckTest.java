package org.keizoku.people.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keizoku.engine.Fact;
import org.keizoku.engine.Refused;
import org.keizoku.notice.NoticeHouse;
import org.keizoku.notice.NoticeOrder;
import org.keizoku.notice.Notices;
import org.keizoku.notice.Urgency;
import org.keizoku.plan.PersonId;
import org.keizoku.plan.Plan;
import org.keizoku.plan.Plans;
import org.springframework.beans.factory.annotation.Autowired;

/** Who has fewer than two contacts that are known to work, as each day's check finds it. */
class ContactCheckTest extends NoticeHouse {

    private static final PersonId BY = new PersonId("shukan");
    /** A day on which no other test checks. */
    private static final Instant NINE = Instant.parse("2026-07-01T00:00:00Z");

    @Autowired
    private ContactBook book;

    @Autowired
    private AddressCipher cipher;

    @Autowired
    private ContactCheck check;

    @Autowired
    private Contacts contacts;

    @Autowired
    private Notices notices;

    @Autowired
    private Plans plans;

    @BeforeEach
    void nothing_is_proved() {
        jdbc.sql("update contact set proved_at = null, stale_since = null, taken_at = :night")
                .param("night", Timestamp.from(NIGHT))
                .update();
    }

    @Test
    void both_must_be_proved() {
        assertThat(book.lacking(plans.inForce())).contains(BOTH, SMS_ONLY, NO_CONTACT);

        book.confirmed(BOTH, ContactChannel.SMS, 0, BY);
        assertThat(book.lacking(plans.inForce())).contains(BOTH);

        book.confirmed(BOTH, ContactChannel.MAIL, 0, BY);
        assertThat(book.lacking(plans.inForce())).doesNotContain(BOTH).contains(SMS_ONLY);
    }

    @Test
    void a_proof_is_good_for_180_days_and_ends_with_doubt() {
        proveBoth();
        passes(Duration.ofDays(180));
        assertThat(book.lacking(plans.inForce())).doesNotContain(BOTH);
        passes(Duration.ofSeconds(1));
        assertThat(book.lacking(plans.inForce())).contains(BOTH);

        proveBoth();
        contacts.doubt(BOTH, ContactChannel.SMS, 0, clock.instant(), clock.instant());
        assertThat(book.lacking(plans.inForce())).contains(BOTH);
    }

    @Test
    void what_no_key_opens_reaches_nobody_however_it_was_proved() {
        proveBoth();
        byte[] before = jdbc.sql("select address from contact where person_id = 'joho1' and channel = 'SMS'")
                .query(byte[].class)
                .single();
        try {
            sealed(new byte[32]);
            assertThat(book.lacking(plans.inForce())).contains(BOTH);
        } finally {
            sealed(before);
        }
        assertThat(book.lacking(plans.inForce())).doesNotContain(BOTH);
    }

    private void sealed(byte[] address) {
        jdbc.sql("update contact set address = :address where person_id = 'joho1' and channel = 'SMS'")
                .param("address", address)
                .update();
    }

    @Test
    void an_answer_proves_the_only_way_that_did_not_fail() {
        order(MAIL_ONLY);
        dispatch();
        notices.cancelRound(activation, "information", MAIL_ONLY);

        assertThat(provedAt(MAIL_ONLY)).containsExactly("MAIL");
    }

    @Test
    void an_answer_to_two_ways_proves_neither() {
        order(BOTH);
        dispatch();
        notices.cancelRound(activation, "information", BOTH);

        assertThat(provedAt(BOTH)).isEmpty();
    }

    @Test
    void an_answer_before_anything_left_proves_nothing() {
        order(MAIL_ONLY);
        notices.cancelRound(activation, "information", MAIL_ONLY);

        assertThat(provedAt(MAIL_ONLY)).isEmpty();
    }

    @Test
    void it_checks_from_nine_on_once_a_day() {
        at(NINE.minusSeconds(1));
        assertThat(check.look()).isFalse();
        at(NINE);
        assertThat(check.look()).isTrue();
        at(NINE.plus(Duration.ofHours(14)));
        assertThat(check.look()).isFalse();
        assertThat(check.latest()).contains(NINE);

        // two days without any node running
        at(NINE.plus(Duration.ofDays(3)).plus(Duration.ofHours(5)));
        assertThat(check.look()).isTrue();
        assertThat(check.look()).isFalse();

        int people = plans.inForce().people().size();
        List<Fact> checked = fittings.facts.stream()
                .filter(fact -> fact.kind().equals("contacts-checked"))
                .toList();
        assertThat(checked).hasSize(2);
        assertThat(checked.get(0).told())
                .isEqualTo("連絡先を点検しました。届くと確かめられた連絡先が二つに満たない職員は%d人です(全%d人)。".formatted(people, people));
    }

    @Test
    void the_leader_is_told_who_is_lacking_when_the_list_changes_and_once_a_week() {
        Plan plan = plans.inForce();
        int everybody = plan.people().size();
        checkedAfterDays(40);
        assertThat(told()).singleElement().satisfies(text -> assertThat(text)
                .startsWith("連絡先の点検: 届くと確かめられた連絡先が二つに満たない職員が%d人います(".formatted(everybody))
                .contains(plan.people().get(0).name(), " ほか%d人)。".formatted(everybody - 5))
                .endsWith("/contacts")
                .doesNotContain("+81", "@"));

        checkedAfterDays(41);
        checkedAfterDays(46);
        assertThat(told()).as("the same list").hasSize(1);
        checkedAfterDays(47);
        assertThat(told()).as("the same list for a week").hasSize(2);

        at(NINE.plus(Duration.ofDays(48)));
        proveBoth();
        checkedAfterDays(48);
        assertThat(told()).hasSize(3).last().satisfies(text -> assertThat(text)
                .contains("職員が%d人います".formatted(everybody - 1))
                .doesNotContain(plan.findPerson(BOTH.value()).orElseThrow().name()));
    }

    @Test
    void nobody_is_told_of_an_empty_list_and_of_the_next_that_is_not_at_once() {
        plans.inForce().people().forEach(person -> List.of(8, 9).forEach(position -> jdbc.sql(
                        """
                                insert into contact (person_id, channel, position, address, key_id, taken_at, proved_at)
                                values (:person, 'MAIL', :position, :address, 'test', :now, :now)
                                """)
                .param("address", cipher.encrypt(person.id(), ContactChannel.MAIL, "both@city.example"))
                .param("person", person.id().value())
                .param("position", position)
                .param("now", Timestamp.from(NINE.plus(Duration.ofDays(70))))
                .update()));
        checkedAfterDays(70);
        assertThat(told()).isEmpty();

        jdbc.sql("delete from contact where position in (8, 9)").update();
        checkedAfterDays(71);
        assertThat(told()).hasSize(1);
    }

    @Test
    void a_check_that_was_made_cannot_be_changed() {
        at(NINE.minus(Duration.ofDays(20)));
        check.look();

        assertThatThrownBy(
                        () -> jdbc.sql("update contact_check set lacking = 0").update())
                .rootCause()
                .hasMessageContaining("permission denied");
    }

    @Test
    void what_is_not_there_cannot_be_confirmed() {
        assertThatThrownBy(() -> book.confirmed(NO_CONTACT, ContactChannel.SMS, 0, BY))
                .isInstanceOf(Refused.class);
        assertThat(fittings.facts).isEmpty();
    }

    /** Two nodes look. */
    private void checkedAfterDays(int days) {
        at(NINE.plus(Duration.ofDays(days)));
        assertThat(check.look()).isTrue();
        assertThat(check.look()).isFalse();
    }

    /** What the leader was told in the last days. */
    private List<String> told() {
        return jdbc.sql(
                        """
                        select text from notice where step like 'contact-check/%' and person_id = 'shukan'
                          and planned_at between :from and :now order by planned_at
                        """)
                .param("from", Timestamp.from(clock.instant().minus(Duration.ofDays(20))))
                .param("now", Timestamp.from(clock.instant()))
                .query(String.class)
                .list();
    }

    private void proveBoth() {
        book.confirmed(BOTH, ContactChannel.SMS, 0, BY);
        book.confirmed(BOTH, ContactChannel.MAIL, 0, BY);
    }

    private void order(PersonId to) {
        notices.plan(new NoticeOrder(
                activation, "information", 0, to, Urgency.INFORMATION, "緊急連絡", "庁舎が使えません。", Optional.empty()));
    }

    private Set<String> provedAt(PersonId person) {
        return jdbc.sql("select channel from contact where person_id = :person and proved_at is not null")
                .param("person", person.value())
                .query(String.class)
                .set();
    }
}
