package org.keizoku.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.keizoku.engine.Refused;
import org.springframework.mock.web.MockMultipartFile;

class UploadedPlanTest {

    @Test
    void the_text_is_read_without_the_mark_that_windows_puts_before_it() {
        assertThat(UploadedPlan.text(file("\uFEFFid: 見本".getBytes(StandardCharsets.UTF_8))))
                .isEqualTo("id: 見本");
    }

    @Test
    void another_encoding_is_refused_and_said() {
        refused("id: 見本市".getBytes(Charset.forName("Shift_JIS")), "UTF-8");
    }

    @Test
    void nothing_and_too_much_are_refused() {
        refused(new byte[0], "選んでください");
        refused(new byte[4_000_001], "大きすぎます");
    }

    private static void refused(byte[] content, String words) {
        assertThatThrownBy(() -> UploadedPlan.text(file(content)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining(words);
    }

    private static MockMultipartFile file(byte[] content) {
        return new MockMultipartFile("file", "plan.yaml", "application/yaml", content);
    }
}
