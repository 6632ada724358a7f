package org.keizoku.audit.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
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
        assertThat(texts.in("090-12345")).isTrue();
        assertThat(texts.in("090-1")).isFalse();
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
        "報告 山田さんは \"左, 報告 消去済み",
        "報告 山田さんは \"右脚\"…, 報告 山田さんは \"右脚\"…",
        "報告 山田さん…, 報告 山田さん…"
    })
    void what_was_cut_off_in_the_middle_goes_where_enough_of_it_is_left(String cut, String left) {
        assertThat(texts.without(cut)).isEqualTo(left);
    }

    @Test
    void signs_of_expressions_are_only_signs() {
        var signs = new ErasedTexts(List.of("a.b*(c)[d]{e}|^$?+\\f/𠮷"));

        assertThat(signs.without("1 a.b*(c)[d]{e}|^$?+\\f/𠮷 2")).isEqualTo("1 消去済み 2");
        assertThat(signs.without("a\\u002eb*(c)[d]{e}|^$?+\\\\f\\/\\ud842\\udfb7"))
                .isEqualTo("消去済み");
        assertThat(signs.in("aXb*(c)[d]{e}|^$?+\\f/𠮷")).isFalse();
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
