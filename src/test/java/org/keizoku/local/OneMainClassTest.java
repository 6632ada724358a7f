package org.keizoku.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** {@code spring-boot:test-run} starts the only class with a main among the tests; with two it starts nothing. */
class OneMainClassTest {

    private static final Pattern MAIN = Pattern.compile("^ {4}public static void main\\(String", Pattern.MULTILINE);

    @Test
    void only_the_local_application_has_a_main() throws IOException {
        try (var files = Files.walk(Path.of("src/test/java"))) {
            assertThat(files.filter(file -> file.toString().endsWith(".java")).filter(OneMainClassTest::hasMain))
                    .extracting(file -> file.getFileName().toString())
                    .containsExactly("LocalKeizoku.java");
        }
    }

    private static boolean hasMain(Path file) {
        try {
            return MAIN.matcher(Files.readString(file)).find();
        } catch (IOException unreadable) {
            throw new IllegalStateException(file.toString(), unreadable);
        }
    }
}
