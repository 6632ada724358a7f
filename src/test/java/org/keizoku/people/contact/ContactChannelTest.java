package org.keizoku.people.contact;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContactChannelTest {

    @ParameterizedTest
    @CsvSource({
        "090-0000-0001, +819000000001",
        "０９０ー００００－０００１, +819000000001",
        "(090) 0000 0001, +819000000001",
        "09000000001, +819000000001",
        "+81 90-0000-0001, +819000000001",
        "+81(0)90-0000-0001, +819000000001",
        "+819000000001, +819000000001"
    })
    void a_number_is_kept_in_one_form_however_people_write_it(String written, String kept) {
        assertThat(ContactChannel.SMS.plain(written)).isEqualTo(kept);
        assertThat(ContactChannel.SMS.accepts(kept)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"9000000001", "119", "090-0000-000", "090-0000-00012", "03-0000-0000", "0900000000a", "自宅"})
    void what_is_no_number_stays_none(String written) {
        assertThat(ContactChannel.SMS.accepts(ContactChannel.SMS.plain(written)))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({"ｆｉｒｓｔ＠city.example, first@city.example", "' first@city.example\t', first@city.example"})
    void an_address_in_full_width_is_one(String written, String kept) {
        assertThat(ContactChannel.MAIL.plain(written)).isEqualTo(kept);
    }
}
