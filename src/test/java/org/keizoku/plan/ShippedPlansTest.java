package org.keizoku.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.keizoku.plan.lint.PlanLint;

/** No plan that we ship has an error. */
class ShippedPlansTest {

    private static final Path PLANS = Path.of("src/main/resources/plans");

    static Stream<Path> plans() throws IOException {
        try (Stream<Path> folders = Files.list(PLANS)) {
            return folders.filter(Files::isDirectory).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("plans")
    void has_no_error(Path folder) throws IOException {
        Path file = folder.resolve("plan.yaml");
        assertThat(PlanLint.lint(file.toString(), Files.readString(file)))
                .filteredOn(PlanFinding::isError)
                .isEmpty();
        assertThat(new PlanFile(file.toString(), Files.readString(file)).read().id())
                .isEqualTo(folder.getFileName().toString());
    }
}
