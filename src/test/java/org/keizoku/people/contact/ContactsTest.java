package org.keizoku.people.contact;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.keizoku.engine.Fact;
import org.keizoku.notice.NoticeHouse;
import org.keizoku.people.contact.ContactFile.Line;
import org.keizoku.plan.PersonId;
import org.keizoku.plan.PlanTakenIntoUse;
import org.keizoku.plan.Plans;
import org.springframework.beans.factory.annotation.Autowired;

class ContactsTest extends NoticeHouse {

    @Autowired
    private Contacts contacts;

    @Autowired
    private ContactImport imports;

    @Autowired
    private ContactsAtStart atStart;

    @Autowired
    private Plans plans;

    @AfterEach
    void readTheFileAgain() {
        atStart.on(new PlanTakenIntoUse(plans.inForce()));
    }

    @Test
    void the_file_is_read_at_start() {
        assertThat(contacts.of(BOTH))
                .containsExactlyInAnyOrder(
                        new Contact(ContactChannel.SMS, "+819000000001", 0),
                        new Contact(ContactChannel.MAIL, "first@city.example", 0));
        assertThat(contacts.of(NO_CONTACT)).isEmpty();
    }

    @Test
    void the_database_holds_no_readable_address() {
        var stored = jdbc.sql("select address from contact").query(byte[].class).list();

        assertThat(stored).hasSize(4).allSatisfy(address -> assertThat(new String(address, StandardCharsets.ISO_8859_1))
                .doesNotContain("8190")
                .doesNotContain("city"));
    }

    @Test
    void reading_the_same_file_again_changes_nothing() {
        var before = rows();
        atStart.on(new PlanTakenIntoUse(plans.inForce()));

        assertThat(rows()).isEqualTo(before);
        assertThat(fittings.facts).isEmpty();
    }

    @Test
    void what_is_gone_from_the_file_goes_and_what_changed_changes_on_the_record_without_addresses() {
        int changes = imports.take(List.of(
                new Line(BOTH, new Contact(ContactChannel.SMS, "+819000000007", 0)),
                new Line(SMS_ONLY, new Contact(ContactChannel.SMS, "+819000000002", 0))));

        assertThat(changes).isEqualTo(3);
        assertThat(contacts.of(BOTH)).containsExactly(new Contact(ContactChannel.SMS, "+819000000007", 0));
        assertThat(contacts.of(MAIL_ONLY)).isEmpty();
        assertThat(fittings.facts)
                .singleElement()
                .extracting(Fact::told)
                .isEqualTo("連絡先を取り込みました(職員2人、2件。追加・変更1件、削除2件)。");
    }

    @Test
    void an_address_copied_to_another_person_cannot_be_read_there() {
        jdbc.sql(
                        """
                        update contact set address = (select address from contact where person_id = 'joho1' and channel = 'SMS')
                        where person_id = 'joho2'
                        """)
                .update();

        assertThat(contacts.of(new PersonId("joho2"))).isEmpty();
    }

    private List<String> rows() {
        return jdbc.sql(
                        "select person_id || channel || position || encode(address, 'hex') || taken_at from contact order by 1")
                .query(String.class)
                .list();
    }
}
