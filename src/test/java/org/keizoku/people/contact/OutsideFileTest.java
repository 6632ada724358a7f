package org.keizoku.people.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keizoku.people.contact.OutsideOwner.Kind;
import org.keizoku.plan.Plan;
import org.keizoku.plan.PlanFile;

/** The CSV file of outside contacts against the national agency's plan. */
class OutsideFileTest {

    private static final String HEADER =
            "kind,id,point,person,part,place,phone,substitutePhone,mobile,mail,mobileMail,fax,remark\n";

    @TempDir
    private Path folder;

    @Test
    void a_line_is_a_contact_point_and_the_lines_of_an_owner_keep_their_order() throws IOException {
        var contacts = read(HEADER
                + "vendor,contractor-a,窓口,架空 一郎,営業,\"見本県見本市1-2, 3階\",０３－００００－０００１,06-0000-0002,090-0000-0003,a@vendor.example,,,\n"
                + "# 夜間\n\n"
                + "vendor,contractor-a,代替拠点の窓口,,,,06-0000-0009,,,,,,\"「至急」と\"\"言う\"\"\"\n"
                + "organisation,csirt-desk,責任者,仮名 二葉,,,03-0000-0004,,,,,,\n");

        assertThat(contacts)
                .extracting(OutsideContact::owner)
                .extracting(OutsideOwner::id)
                .containsExactly("contractor-a", "contractor-a", "csirt-desk");
        assertThat(contacts.get(0).owner().kind()).isEqualTo(Kind.VENDOR);
        assertThat(contacts.get(0).value(OutsideField.PLACE)).isEqualTo("見本県見本市1-2, 3階");
        assertThat(contacts.get(0).value(OutsideField.PHONE)).isEqualTo("03-0000-0001");
        assertThat(contacts.get(1).position()).isEqualTo(1);
        assertThat(contacts.get(1).value(OutsideField.REMARK)).isEqualTo("「至急」と\"言う\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "vendor,nobody,窓口,,,,03-0000-0001,,,,,, | ID",
                "person,contractor-a,窓口,,,,03-0000-0001,,,,,, | 区分",
                "vendor,contractor-a,裏口,,,,03-0000-0001,,,,,, | 窓口",
                "vendor,contractor-a,窓口,,,,call me,,,,,, | 電話番号",
                "vendor,contractor-a,窓口,,,,,,,a.vendor.example,,, | メール",
                "vendor,contractor-a,窓口,,,,03-0000-0001 | 7 cells instead of 13"
            })
    void a_bad_line_is_named_without_what_stands_in_it(String line, String reason) {
        assertThatThrownBy(() -> read(HEADER + line + "\n"))
                .isInstanceOf(BadContacts.class)
                .hasMessageContaining("line 2")
                .hasMessageContaining(reason)
                .hasMessageNotContaining("0000")
                .hasMessageNotContaining("vendor.example");
    }

    @Test
    void another_header_is_refused() {
        assertThatThrownBy(() -> read("kind,id,phone\n"))
                .hasMessageContaining("line 1: the header must be kind,id,point");
    }

    @Test
    void a_line_without_any_value_says_nothing() throws IOException {
        assertThat(read(HEADER + "vendor,contractor-b,窓口,,,,,,,,,,\n")).isEmpty();
    }

    private List<OutsideContact> read(String text) throws IOException {
        return OutsideFile.read(Files.writeString(folder.resolve("outside.csv"), text), plan());
    }

    private static Plan plan() throws IOException {
        Path file = Path.of("src/main/resources/plans/national-agency/plan.yaml");
        return new PlanFile(file.toString(), Files.readString(file)).read();
    }
}
