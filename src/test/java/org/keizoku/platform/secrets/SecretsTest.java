package org.keizoku.platform.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HexFormat;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {

    @TempDir
    Path folder;

    @Test
    void a_key_is_made_once_and_stays_the_same_after_a_restart() throws IOException {
        byte[] first = secrets().key("contacts");

        assertThat(first).hasSize(32);
        assertThat(secrets().key("contacts")).isEqualTo(first);
        assertThat(secrets().key("links")).isNotEqualTo(first);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file("contacts"))))
                .isEqualTo("rw-------");
    }

    @Test
    void nodes_that_start_together_end_with_one_key() {
        var keys = IntStream.range(0, 16)
                .parallel()
                .mapToObj(node -> HexFormat.of().formatHex(secrets().key("contacts")))
                .distinct();
        assertThat(keys).hasSize(1);
    }

    @Test
    void a_key_that_everybody_may_read_is_refused() throws IOException {
        secrets().key("contacts");
        Files.setPosixFilePermissions(file("contacts"), PosixFilePermissions.fromString("rw-r--r--"));

        assertThatThrownBy(() -> secrets().key("contacts")).hasMessageContaining("chmod 600");
    }

    @Test
    void a_key_that_is_only_looked_for_is_not_made() {
        assertThat(secrets().find("contacts-2")).isEmpty();
        assertThat(file("contacts-2")).doesNotExist();

        byte[] made = secrets().key("contacts-2");
        assertThat(secrets().find("contacts-2")).contains(made);
    }

    @Test
    void half_a_key_is_refused() throws IOException {
        secrets().key("contacts");
        Files.write(file("contacts"), new byte[16]);

        assertThatThrownBy(() -> secrets().key("contacts")).hasMessageContaining("32 bytes");
    }

    @Test
    void a_name_is_no_path() {
        assertThatThrownBy(() -> secrets().key("../contacts")).isInstanceOf(IllegalArgumentException.class);
    }

    private Secrets secrets() {
        return new Secrets(new SecretsSettings(folder.resolve("secrets")));
    }

    private Path file(String name) {
        return folder.resolve("secrets").resolve(name + ".key");
    }
}
