package org.keizoku.people.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.keizoku.engine.Fact;
import org.keizoku.notice.NoticeHouse;
import org.keizoku.platform.secrets.Secrets;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;

/** A new key for contact data: everything is encrypted anew at the start, and at no moment is anybody out of reach. */
class ContactKeyRotationTest extends NoticeHouse {

    @Autowired
    private Secrets secrets;

    @Autowired
    private Contacts contacts;

    @Autowired
    private ContactKeyRotation backToTheFirst;

    @Autowired
    private ApplicationEventPublisher events;

    private final AddressCipher[] second = new AddressCipher[1];

    @AfterEach
    void back_to_the_first_key() {
        backToTheFirst.encryptAnew();
    }

    @Test
    void every_contact_is_encrypted_anew_and_stays_readable_by_old_and_new_nodes() {
        var before = contacts.of(BOTH);
        String firstKey = keyIds().get(0);

        transaction.executeWithoutResult(start -> withKey(2).encryptAnew());

        assertThat(keyIds()).hasSize(1).doesNotContain(firstKey);
        assertThat(new Contacts(jdbc, second[0]).of(BOTH)).isEqualTo(before);
        // a node of before the change, for as long as it runs beside
        assertThat(contacts.of(BOTH)).isEqualTo(before);
        assertThat(fittings.facts).extracting(Fact::told).containsExactly("連絡先4件を新しい鍵(2番)で暗号化し直しました(読めないもの0件)。");
    }

    @Test
    void the_contact_points_of_vendors_are_encrypted_anew_too() {
        var vendor = new OutsideOwner(OutsideOwner.Kind.VENDOR, "sample-vendor");
        var point = new OutsideContact(vendor, 0, "窓口", Map.of(OutsideField.values()[0], "見本"));
        transaction.executeWithoutResult(
                start -> outside(new AddressCipher(first())).take(List.of(point)));
        fittings.facts.clear();

        transaction.executeWithoutResult(start -> withKey(2).encryptAnew());

        assertThat(fittings.facts).extracting(Fact::told).containsExactly("連絡先5件を新しい鍵(2番)で暗号化し直しました(読めないもの0件)。");
        assertThat(outside(cipherWithOnly("contacts-2", 2)).of(vendor)).containsExactly(point);
        transaction.executeWithoutResult(start -> outside(second[0]).take(List.of()));
    }

    @Test
    void once_all_is_done_the_first_key_is_not_needed_any_more() {
        var before = contacts.of(BOTH);
        transaction.executeWithoutResult(start -> withKey(2).encryptAnew());

        assertThat(new Contacts(jdbc, cipherWithOnly("contacts-2", 2)).of(BOTH)).isEqualTo(before);
        assertThat(new Contacts(jdbc, cipherWithOnly("contacts", 1)).of(BOTH)).isEmpty();
    }

    @Test
    void a_start_that_is_cut_off_leaves_everybody_readable() {
        var before = contacts.of(BOTH);
        String firstKey = keyIds().get(0);

        transaction.executeWithoutResult(start -> {
            withKey(2).encryptAnew();
            start.setRollbackOnly();
        });

        assertThat(keyIds()).containsExactly(firstKey);
        assertThat(contacts.of(BOTH)).isEqualTo(before);
        assertThat(new Contacts(jdbc, second[0]).of(BOTH)).isEqualTo(before);
    }

    @Test
    void a_second_start_with_the_same_key_changes_nothing() {
        transaction.executeWithoutResult(start -> withKey(2).encryptAnew());
        var rows = sealed();
        fittings.facts.clear();

        transaction.executeWithoutResult(start -> withKey(2).encryptAnew());

        assertThat(sealed()).isEqualTo(rows);
        assertThat(fittings.facts).isEmpty();
    }

    @Test
    void what_cannot_be_read_stays_and_keeps_nobody_else_from_the_new_key() {
        byte[] address = jdbc.sql("select address from contact where person_id = 'joho2'")
                .query(byte[].class)
                .single();
        jdbc.sql("update contact set address = decode(repeat('00', 40), 'hex') where person_id = 'joho2'")
                .update();

        transaction.executeWithoutResult(start -> withKey(2).encryptAnew());

        assertThat(keyIds()).hasSize(2);
        assertThat(fittings.facts).extracting(Fact::told).containsExactly("連絡先3件を新しい鍵(2番)で暗号化し直しました(読めないもの1件)。");
        jdbc.sql("update contact set address = :address where person_id = 'joho2'")
                .param("address", address)
                .update();
    }

    private ContactKeyRotation withKey(int number) {
        var keys = new ContactKeys(secrets, new ContactKeySettings(number));
        second[0] = new AddressCipher(keys);
        return new ContactKeyRotation(jdbc, second[0], outside(second[0]), keys, clock, events);
    }

    private ContactKeys first() {
        return new ContactKeys(secrets, new ContactKeySettings(1));
    }

    private OutsideContacts outside(AddressCipher cipher) {
        return new OutsideContacts(jdbc, cipher, new ObjectMapper(), clock, events);
    }

    /** As where every other key's file was destroyed. */
    private AddressCipher cipherWithOnly(String name, int number) {
        var folder = mock(Secrets.class);
        when(folder.find(anyString())).thenReturn(Optional.empty());
        when(folder.key(name)).thenReturn(secrets.key(name));
        return new AddressCipher(new ContactKeys(folder, new ContactKeySettings(number)));
    }

    private List<String> keyIds() {
        return jdbc.sql("select distinct key_id from contact")
                .query(String.class)
                .list();
    }

    private List<String> sealed() {
        return jdbc.sql("select encode(address, 'hex') from contact order by 1")
                .query(String.class)
                .list();
    }
}
