package org.keizoku.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReplyTest {

    @Test
    void a_place_that_was_cut_off_says_so() {
        assertThat(Reply.workingElsewhere("支所".repeat(30)).place()).isEqualTo("支所".repeat(30));
        assertThat(Reply.workingElsewhere("支所".repeat(31)).place()).isEqualTo("支所".repeat(29) + "支…");
    }
}
