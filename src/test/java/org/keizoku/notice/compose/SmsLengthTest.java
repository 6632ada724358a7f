package org.keizoku.notice.compose;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmsLengthTest {

    @ParameterizedTest
    @CsvSource({
        // a character, how often, units, segments, GSM-7
        "あ,   1,   1, 1, false",
        "あ,  70,  70, 1, false",
        "あ,  71,  71, 2, false",
        "あ, 134, 134, 2, false",
        "あ, 135, 135, 3, false",
        "a,  160, 160, 1, true",
        "a,  161, 161, 2, true",
        "a,  306, 306, 2, true",
        "a,  307, 307, 3, true",
        // two septets each
        "€,   80, 160, 1, true",
        "€,   81, 162, 2, true",
        // two units each: 33 of them fit into a part of 67, the 34th must not be cut
        "𠮷,  35,  70, 1, false",
        "𠮷,  36,  72, 2, false",
        "𠮷,  66, 132, 2, false",
        "𠮷,  67, 134, 3, false",
    })
    void a_text_takes_as_many_segments_as_the_standard_says(
            String character, int times, int units, int segments, boolean gsm) {
        assertThat(SmsLength.of(character.repeat(times))).isEqualTo(new SmsLength(units, segments, gsm));
    }

    @Test
    void one_japanese_character_makes_the_whole_text_utf_16() {
        assertThat(SmsLength.of("a".repeat(70) + "。")).isEqualTo(new SmsLength(71, 2, false));
    }

    @Test
    void an_escaped_character_is_not_cut_in_two() {
        assertThat(SmsLength.of("a".repeat(152) + "€" + "a".repeat(152))).isEqualTo(new SmsLength(306, 3, true));
    }

    @Test
    void an_empty_text_is_one_segment() {
        assertThat(SmsLength.of("")).isEqualTo(new SmsLength(0, 1, true));
    }
}
