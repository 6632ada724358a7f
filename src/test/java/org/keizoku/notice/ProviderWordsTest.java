package org.keizoku.notice;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProviderWordsTest {

    @Test
    void numbers_and_addresses_are_not_kept() {
        assertThat(ProviderWords.fit("The 'To' number +81 90-0000-0001 is not valid, error 21211"))
                .isEqualTo("The 'To' number *** is not valid, error 21211");
        assertThat(ProviderWords.fit("550 5.1.1 <first@city.example>: unknown")).isEqualTo("550 5.1.1 <***>: unknown");
        assertThat(ProviderWords.fit(null)).isEmpty();
    }

    @Test
    void what_was_cut_off_says_so() {
        assertThat(ProviderWords.fit("x".repeat(200))).isEqualTo("x".repeat(200));
        assertThat(ProviderWords.fit("x".repeat(201))).isEqualTo("x".repeat(199) + "…");
    }
}
