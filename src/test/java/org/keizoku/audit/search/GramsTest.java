package org.keizoku.audit.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class GramsTest {

    @Property(tries = 500)
    void whatever_contains_a_word_contains_its_pieces(
            @ForAll("texts") String before, @ForAll("texts") String word, @ForAll("texts") String after) {
        assertThat(hasAll(before + word.toUpperCase() + after, word.toLowerCase()))
                .isTrue();
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings().withChars("余震給水車システムabAB019-{} 𠮷").ofMaxLength(12);
    }

    @Test
    void the_order_of_characters_counts_and_a_long_number_is_told_from_its_pairs() {
        assertThat(hasAll("余震", "余震")).isTrue();
        assertThat(hasAll("震余", "余震")).isFalse();
        assertThat(hasAll("1235 2345 3450", "235")).isTrue();
        assertThat(hasAll("1235 2345 3450", "12345")).isFalse();
    }

    @Test
    void one_character_is_a_word() {
        assertThat(hasAll("停電", "電")).isTrue();
        assertThat(hasAll("停電", "水")).isFalse();
        assertThat(hasAll("停電", "")).isTrue();
    }

    private static boolean hasAll(String text, String word) {
        return Set.of(new Grams().add(text).all())
                .containsAll(Set.of(new Grams().add(word).all()));
    }
}
