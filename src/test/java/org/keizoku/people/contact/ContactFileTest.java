package org.keizoku.people.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keizoku.people.contact.ContactFile.Line;

class ContactFileTest {

    @TempDir
    Path folder;

    @Test
    void the_order_of_lines_is_the_order_of_trying() {
        var lines = read(
                """
                \uFEFFperson,channel,address
                # the mayor's office
                joho1,SMS,+819000000001
                joho1, SMS , +819000000009

                joho1,MAIL,first@city.example
                """);

        assertThat(lines)
                .extracting(Line::contact)
                .containsExactly(
                        new Contact(ContactChannel.SMS, "+819000000001", 0),
                        new Contact(ContactChannel.SMS, "+819000000009", 1),
                        new Contact(ContactChannel.MAIL, "first@city.example", 0));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "joho1,SMS,09000000001|the address is not a number with + and country code",
                "joho1,SMS,+81-90-0000-0001|the address is not a number",
                "joho1,MAIL,first@city|the address is not a mail address",
                "joho1,MAIL,first@city.example;x@y.example|the address is not a mail address",
                "joho1,FAX,+819000000001|SMS or MAIL",
                "stranger,SMS,+819000000001|the plan has no person stranger",
                "A B,SMS,+819000000001|not a person id",
                "joho1,SMS|it has 2 cells instead of 3",
                "joho1,SMS,+819000000000|the same contact stands further up",
            })
    void a_bad_line_is_named_without_its_address(String line, String reason) {
        assertThatThrownBy(() -> read("person,channel,address\njoho1,SMS,+819000000000\n" + line + "\n"))
                .isInstanceOf(BadContacts.class)
                .hasMessageContaining("contacts.csv line 3: ")
                .hasMessageContaining(reason)
                .hasMessageNotContaining("90-0000")
                .hasMessageNotContaining("9000000")
                .hasMessageNotContaining("first@");
    }

    @Test
    void another_header_is_refused() {
        assertThatThrownBy(() -> read("name,phone\n")).hasMessageContaining("line 1");
    }

    @Test
    void a_contact_does_not_print_its_address() {
        assertThat(new Contact(ContactChannel.SMS, "+819000000001", 0).toString())
                .doesNotContain("0001");
    }

    private List<Line> read(String text) {
        try {
            return ContactFile.read(Files.writeString(folder.resolve("contacts.csv"), text), person -> !person.value()
                    .equals("stranger"));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
