package org.keizoku.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PhoneListTest {

    private static final List<String> MANY = IntStream.range(0, 1500)
            .mapToObj("- 見本 %04d:安否確認(SMS 不達 30003)"::formatted)
            .toList();

    @Test
    void a_few_lines_are_one_text_after_what_was_begun() {
        assertThat(PhoneList.texts("- 見本", List.of("- 架空", "- 仮名"))).containsExactly("- 見本\n- 架空\n- 仮名");
        assertThat(PhoneList.texts("", List.of("- 架空"))).containsExactly("- 架空");
    }

    @Test
    void a_long_list_is_shared_out_and_loses_nobody() {
        var texts = PhoneList.texts("", MANY);

        assertThat(texts).hasSizeGreaterThan(10).allMatch(text -> text.length() <= PhoneList.LONGEST);
        assertThat(texts.stream().flatMap(String::lines)).containsExactlyElementsOf(MANY);
    }

    @Test
    void a_full_text_is_left_as_it_is() {
        String full = "x".repeat(PhoneList.LONGEST);

        assertThat(PhoneList.texts(full, List.of("- 架空"))).containsExactly(full, "- 架空");
    }

    @Test
    void one_text_for_many_says_how_many_are_left_out() {
        String text = PhoneList.cut(MANY);
        long shown = text.lines().count() - 1;

        assertThat(text).endsWith("- ほか%d名(状況ページに全員)".formatted(1500 - shown)).hasSizeLessThan(4000);
        assertThat(PhoneList.cut(List.of("- 架空", "- 仮名"))).isEqualTo("- 架空\n- 仮名");
    }
}
