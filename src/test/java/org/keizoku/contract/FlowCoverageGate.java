package org.keizoku.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The last test of a build, run by itself after all others: what they took, written down by FlowRecorder, is every flow that there is. */
class FlowCoverageGate {

    @Test
    void every_flow_of_every_process_was_taken_by_a_test() throws IOException {
        List<String> taken = new ArrayList<>();
        try (var records = Files.newDirectoryStream(Path.of("target"), "flows-taken-*.txt")) {
            for (Path record : records) {
                taken.addAll(Files.readAllLines(record));
            }
        }
        assertThat(taken).as("what the tests took").isNotEmpty();

        List<String> untaken = FlowCoverage.untaken(Models.in(Path.of(""), List.of()), taken);

        assertThat(untaken).as("flows that no test took").isEmpty();
    }
}
