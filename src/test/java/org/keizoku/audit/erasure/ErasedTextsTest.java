package org.keizoku.audit.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ErasedTextsTest {

    private static final String TEXT = "山田さんは \"左脚\" を骨折";

    private final ErasedTexts texts = new ErasedTexts(List.of(TEXT, "yamada@city.example", "090-1234"));

    @Test
    void words_go_wherever_they_stand_and_the_rest_stays() {
        assertThat(texts.without("報告: " + TEXT + "。090-1234 へ")).isEqualTo("報告: 消去済み。消去済み へ");
        assertThat(texts.without("山田さんは元気")).isEqualTo("山田さんは元気");
        assertThat(texts.isIn("090-12345", 0)).isTrue();
        assertThat(texts.isIn("090-1", 0)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "山田さんは　\"左脚\"\nを骨折",
                "山田さんは\r\n\t\"左脚\"    を骨折",
                "山田さんは \\\"左脚\\\" を骨折",
                "山田さんは\\n\\\"左脚\\\"\\u3000を骨折",
                "\\u5c71\\u7530\\u3055\\u3093\\u306f \\\"\\u5DE6\\u811a\\\" \\u3092\\u9AA8\\u6298",
                "\\\\u5c71\\\\u7530\\\\u3055\\\\u3093\\\\u306f\\\\n\\\\\\\"左脚\\\\\\\" を骨折"
            })
    void a_text_is_found_however_it_was_spelled(String spelled) {
        assertThat(texts.without("前 " + spelled + " 後")).isEqualTo("前 消去済み 後");
    }

    @Test
    void a_text_finds_itself_whatever_space_is_in_it_and_with_any_other() {
        IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                .filter(Spelling::isSpace)
                .mapToObj(space -> "山田" + Character.toString(space) + "花子")
                .forEach(text -> {
                    assertThat(new ErasedTexts(List.of(text)).without("前" + text + "後"))
                            .isEqualTo("前消去済み後");
                    assertThat(new ErasedTexts(List.of("山田 花子")).without(text)).isEqualTo("消去済み");
                });
        assertThat(new ErasedTexts(List.of("山田 花子")).without("山田\\u00A0\\\\u2003花子 a"))
                .isEqualTo("消去済み a");
    }

    @Test
    void json_stays_json_at_any_depth() {
        assertThat(
                        texts.without(
                                """
                        {"body":"{\\"note\\":\\"\\\\u5c71\\\\u7530さんは \\\\\\"左脚\\\\\\" を骨折\\",\\"n\\":1.50}","of":[1.50,null,"090-1234"]}"""))
                .isEqualTo("{\"body\":\"{\\\"note\\\":\\\"消去済み\\\",\\\"n\\\":1.50}\",\"of\":[1.50,null,\"消去済み\"]}");
        String other = "{ \"n\" : 1.50, \"note\": \"山田\" }";
        assertThat(texts.without(other)).isSameAs(other);
    }

    @Test
    void a_value_behind_a_name_that_stands_twice_is_not_overlooked() {
        assertThat(texts.without("{\"a\":\"090-1234\",\"a\":\"other\"}")).doesNotContain("090-1234");
    }

    @Test
    void names_and_figures_in_json_go_too() {
        var figure = new ErasedTexts(List.of("5551234567"));

        assertThat(figure.without("{\"5551234567\":[5551234567]}")).isEqualTo("{\"消去済み\":[\"消去済み\"]}");
    }

    @ParameterizedTest
    @CsvSource({
        "報告 山田さんは \"左脚\"…(全文は状況ページ), 報告 消去済み…(全文は状況ページ)",
        "報告 山田さんは \"左..., 報告 消去済み...",
        "報告 山田さんは \"左…だった…, 報告 消去済み…だった…",
        "報告 山田さんは \"左, 報告 山田さんは \"左",
        "報告 山田さんは \"右脚\"…, 報告 山田さんは \"右脚\"…",
        "報告 山田さん…, 報告 山田さん…"
    })
    void what_was_cut_off_in_the_middle_goes_where_enough_of_it_is_left(String cut, String left) {
        assertThat(texts.without(cut)).isEqualTo(left);
    }

    @Test
    void a_value_that_ends_with_what_the_text_begins_with_is_whole() {
        var typed = new ErasedTexts(List.of("住民記録システムが止まり、田中さんの手術の予定が分からない"));

        for (String other : List.of("住民記録システム", "復旧: 住民記録システム", "{\"system\":\"住民記録システム\"}")) {
            assertThat(typed.without(other)).isEqualTo(other);
        }
        assertThat(typed.without("復旧: 住民記録システムが止まり、田中さんの…")).isEqualTo("復旧: 消去済み…");
        assertThat(typed.wholeIn("住民記録システムが止まり、田中さんの…")).isEmpty();
    }

    @Test
    void a_value_that_fills_its_column_may_have_been_cut_off_there_and_one_that_does_not_was_not() {
        var typed = new ErasedTexts(List.of("住民記録システムが止まり、田中さんの手術の予定が分からない"));

        assertThat(typed.without("復旧: 住民記録システムが止まり", 16)).isEqualTo("復旧: 消去済み");
        assertThat(typed.without("復旧: 住民記録システムが止まり", 17)).isEqualTo("復旧: 住民記録システムが止まり");
    }

    @Test
    void what_was_cut_off_twice_goes_to_the_last_cut() {
        assertThat(new ErasedTexts(List.of("山田さんの左脚…の具合は悪い")).without("山田さんの左脚…の具合…"))
                .isEqualTo("消去済み…");
    }

    @Test
    void the_mark_is_shortened_where_it_would_not_fit_and_what_stands_behind_it_stays() {
        var name = new ErasedTexts(List.of("山田", "𠮷野家の"));

        assertThat(name.without("山田の席", 4)).isEqualTo("消去の席");
        assertThat(name.without("山田の席", 6)).isEqualTo("消去済みの席");
        assertThat(name.without("山田山田", 4)).isEqualTo("消去消去");
        assertThat(name.without("𠮷𠮷山田", 6)).isEqualTo("𠮷𠮷消去済み");
    }

    @Test
    void names_that_become_the_same_keep_their_values() {
        assertThat(texts.without("{\"090-1234\":1,\"yamada@city.example\":2,\"消去済み\":3}"))
                .isEqualTo("{\"消去済み2\":1,\"消去済み3\":2,\"消去済み\":3}");
    }

    @Test
    void signs_of_expressions_are_only_signs() {
        var signs = new ErasedTexts(List.of("a.b*(c)[d]{e}|^$?+\\f/𠮷"));

        assertThat(signs.without("1 a.b*(c)[d]{e}|^$?+\\f/𠮷 2")).isEqualTo("1 消去済み 2");
        assertThat(signs.without("a\\u002eb*(c)[d]{e}|^$?+\\\\f\\/\\ud842\\udfb7"))
                .isEqualTo("消去済み");
        assertThat(signs.isIn("aXb*(c)[d]{e}|^$?+\\f/𠮷", 0)).isFalse();
    }

    @Test
    void files_go_as_they_are_written() {
        Charset windows = Charset.forName("windows-31j");

        assertThat(texts.without(("連絡先 " + TEXT).getBytes(StandardCharsets.UTF_8)))
                .hasValueSatisfying(left ->
                        assertThat(new String(left, StandardCharsets.UTF_8)).isEqualTo("連絡先 消去済み"));
        assertThat(texts.without(("連絡先 " + TEXT).getBytes(windows)))
                .hasValueSatisfying(left ->
                        assertThat(new String(left, StandardCharsets.UTF_8)).isEqualTo("消去済み"));
        assertThat(texts.without(("連絡先").getBytes(windows))).isEmpty();
    }
}
