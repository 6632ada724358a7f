package org.keizoku.people.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keizoku.audit.LedgerOnTrial;
import org.keizoku.engine.Fact;
import org.keizoku.engine.Refused;
import org.keizoku.people.contact.OutsideOwner.Kind;
import org.keizoku.platform.secrets.Secrets;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The encrypted table of vendors and organisations, on a database of its own. */
class OutsideContactsTest {

    private static final OutsideOwner VENDOR = new OutsideOwner(Kind.VENDOR, "vendor-a");
    private static final OutsideOwner BUREAU = new OutsideOwner(Kind.ORGANISATION, "bureau-a");
    private static LedgerOnTrial database;

    private final List<Object> facts = new ArrayList<>();
    private final JdbcClient jdbc = database.jdbc();
    private OutsideContacts contacts;

    @BeforeAll
    static void a_database() {
        database = new LedgerOnTrial();
    }

    @BeforeEach
    void two_points_of_a_vendor_and_one_of_a_bureau() {
        jdbc.sql("delete from outside_contact").update();
        contacts = with((byte) 1);
        contacts.take(List.of(
                point(VENDOR, 0, "平時の連絡先", "03-0000-0001"),
                point(VENDOR, 1, "代替連絡先", "06-0000-0002"),
                point(BUREAU, 0, "責任者", "03-0000-0003")));
        facts.clear();
    }

    @Test
    void each_owner_has_its_points_in_their_order() {
        assertThat(contacts.of(VENDOR)).extracting(OutsideContact::point).containsExactly("平時の連絡先", "代替連絡先");
        assertThat(contacts.of(BUREAU)).singleElement().satisfies(point -> assertThat(point.value(OutsideField.PHONE))
                .isEqualTo("03-0000-0003"));
        assertThat(contacts.of(new OutsideOwner(Kind.ORGANISATION, "vendor-a"))).isEmpty();
    }

    @Test
    void the_database_and_the_log_see_no_number_and_no_name() {
        assertThat(jdbc.sql("select sealed from outside_contact")
                        .query(byte[].class)
                        .list())
                .hasSize(3)
                .allSatisfy(kept -> assertThat(new String(kept, StandardCharsets.UTF_8))
                        .doesNotContain("0000")
                        .doesNotContain("架空"));
        assertThat(contacts.all().toString()).doesNotContain("0000").doesNotContain("架空");
    }

    @Test
    void what_is_gone_goes_and_what_changed_changes_and_the_same_again_changes_nothing() {
        List<OutsideContact> wanted =
                List.of(point(VENDOR, 0, "平時の連絡先", "03-0000-0009"), point(BUREAU, 0, "責任者", "03-0000-0003"));

        assertThat(contacts.take(wanted)).isEqualTo(2);
        assertThat(contacts.all()).isEqualTo(wanted);
        assertThat(facts)
                .singleElement()
                .extracting(fact -> ((Fact) fact).told())
                .isEqualTo("事業者・関係機関の連絡先を取り込みました(2件。追加・変更1件、削除1件)。");
        assertThat(contacts.take(wanted)).isZero();
        assertThat(facts).hasSize(1);
    }

    @Test
    void what_changed_since_a_person_looked_is_not_overwritten() {
        var seen = contacts.all();
        contacts.take(List.of(point(VENDOR, 0, "平時の連絡先", "03-0000-0009")));

        assertThatThrownBy(() -> contacts.take(List.of(), seen, "unyo")).isInstanceOf(Refused.class);
        assertThat(contacts.all()).hasSize(1);
        assertThat(contacts.take(List.of(), contacts.all(), "unyo")).isEqualTo(1);
        assertThat(contacts.hasContacts()).isFalse();
    }

    @Test
    void a_row_copied_to_another_owner_cannot_be_read_there_and_hides_no_other() {
        jdbc.sql(
                        """
                        update outside_contact set sealed =
                          (select sealed from outside_contact where owner_id = 'vendor-a' and position = 0)
                        where owner_id = 'bureau-a'""")
                .update();

        assertThat(contacts.of(BUREAU)).singleElement().satisfies(point -> assertThat(point.values())
                .isEmpty());
        assertThat(contacts.of(VENDOR))
                .allSatisfy(point -> assertThat(point.values()).isNotEmpty());
    }

    @Test
    void with_another_key_nothing_can_be_read_and_all_can_be_taken_anew() {
        var other = with((byte) 2);

        assertThat(other.all()).hasSize(3).allSatisfy(point -> assertThat(point.values())
                .isEmpty());
        assertThat(other.take(List.of(point(VENDOR, 0, "平時の連絡先", "03-0000-0001"))))
                .isEqualTo(3);
        assertThat(other.of(VENDOR).get(0).value(OutsideField.PHONE)).isEqualTo("03-0000-0001");
    }

    private OutsideContacts with(byte key) {
        byte[] bytes = new byte[32];
        bytes[0] = key;
        Secrets secrets = mock();
        when(secrets.key("contacts")).thenReturn(bytes);
        return new OutsideContacts(
                jdbc,
                new AddressCipher(new ContactKeys(secrets, new ContactKeySettings(1))),
                new ObjectMapper(),
                database,
                facts::add);
    }

    private static OutsideContact point(OutsideOwner owner, int position, String name, String phone) {
        return new OutsideContact(
                owner, position, name, Map.of(OutsideField.PERSON, "架空 担当", OutsideField.PHONE, phone));
    }
}
