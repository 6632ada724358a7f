package org.keizoku.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class SignedLinksTest extends NoticeHouse {

    @Autowired
    private SignedLinks links;

    @Test
    void a_link_stands_for_its_person_until_it_expires() {
        String token = token();

        assertThat(links.resolve(token)).hasValueSatisfying(link -> {
            assertThat(link.person()).isEqualTo(BOTH);
            assertThat(link.activation()).isEqualTo(activation);
            assertThat(link.purpose()).isEqualTo("answer");
        });
        passes(Duration.ofHours(72).minusSeconds(1));
        assertThat(links.resolve(token)).isPresent();
        passes(Duration.ofSeconds(1));
        assertThat(links.resolve(token)).isEmpty();
    }

    @Test
    void any_changed_character_makes_it_useless() {
        String token = token();
        for (int n = 0; n < token.length(); n++) {
            char other = token.charAt(n) == 'A' ? 'B' : 'A';
            assertThat(links.resolve(token.substring(0, n) + other + token.substring(n + 1)))
                    .isEmpty();
        }
        assertThat(links.resolve("")).isEmpty();
        assertThat(links.resolve(token + "A")).isEmpty();
        assertThat(links.resolve("../../etc/passwd")).isEmpty();
    }

    @Test
    void a_row_that_was_written_to_someone_else_does_not_answer_to_the_old_link() {
        String token = token();
        jdbc.sql("update answer_link set person_id = 'joho2' where activation_number = :activation")
                .param("activation", activation.value())
                .update();

        assertThat(links.resolve(token)).isEmpty();
    }

    private String token() {
        var id = links.issue(activation, BOTH, "answer", NIGHT.plus(Duration.ofHours(72)));
        String url = links.url(id);
        assertThat(url).startsWith("https://bcp.example/a/").doesNotContain("joho1");
        return url.substring(url.lastIndexOf('/') + 1);
    }
}
