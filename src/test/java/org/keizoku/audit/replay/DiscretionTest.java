package org.keizoku.audit.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keizoku.plan.PlanFile;
import org.keizoku.plan.SampleCity;

class DiscretionTest {

    private final Discretion discretion = new Discretion(new PlanFile("plan.yaml", SampleCity.with()).read());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "survey",
                "present-building",
                "role:team",
                "2026-001",
                "2026-01-16T02:14:00+09:00",
                "[\"resident-register\",\"mail\"]",
                "住民情報システム"
            })
    void codes_moments_ids_and_words_of_the_plan_are_shown(String value) {
        assertThat(discretion.shown(value, false)).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource({
        "090-1234-5678, 13",
        "+819012345678, 13",
        "0901-2345678, 12",
        "joho1@city.example.jp, 21",
        "見本 花子が負傷し病院へ, 12",
        "'{\"notes\":\"見本 花子\"}', 17",
        "'[\"090-1234-5678\"]', 17"
    })
    void what_might_be_somebodys_own_words_or_contacts_is_not(String value, int length) {
        assertThat(discretion.shown(value, false)).isEqualTo("(文章 %d文字)".formatted(length));
    }

    @Test
    void what_a_person_typed_is_never_shown_however_plain_it_looks() {
        assertThat(discretion.shown("yamada", true)).isEqualTo("(文章 6文字)");
        assertThat(discretion.shown("住民情報システム", true)).isEqualTo("(文章 8文字)");
    }

    @Test
    void that_something_was_erased_is_shown() {
        assertThat(discretion.shown("消去済み", true)).isEqualTo("消去済み");
        assertThat(discretion.shown("報告: 消去済み", false)).isEqualTo("(文章 8文字)");
    }

    @Test
    void figures_moments_and_nothing_are_shown_as_people_read_them() {
        assertThat(discretion.shown(3, true)).isEqualTo("3");
        assertThat(discretion.shown(true, true)).isEqualTo("true");
        assertThat(discretion.shown(Date.from(Instant.parse("2026-01-15T17:14:00Z")), false))
                .isEqualTo("2026-01-16 02:14:00");
        assertThat(discretion.shown(null, true)).isEqualTo("(空)");
        assertThat(discretion.shown("", false)).isEqualTo("(空)");
    }

    @Test
    void the_fields_that_take_any_text_are_found_in_groups_too() throws IOException {
        String form =
                """
                {"components": [
                  {"type": "radio", "key": "siteUsable"},
                  {"type": "textarea", "key": "siteNotes"},
                  {"type": "group", "path": "damage", "components": [
                    {"type": "number", "key": "injured"}, {"type": "textfield", "key": "place"}]},
                  {"type": "group", "components": [{"type": "textfield", "key": "remarks"}]}]}""";

        assertThat(TypedText.of(new ByteArrayInputStream(form.getBytes(StandardCharsets.UTF_8))))
                .containsExactlyInAnyOrder("siteNotes", "damage", "remarks");
    }
}
