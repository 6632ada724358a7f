package org.keizoku.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The last test of a build, run by itself after all others: what they took, written down by FlowRecorder, is every flow that there is. */
class FlowCoverageGate {

    private static final Path RECORD = Path.of("target/flows-taken.txt");

    @Test
    void every_flow_of_every_process_was_taken_by_a_test() throws IOException {
        assertThat(RECORD).as("what the tests took").exists();
        List<String> untaken = FlowCoverage.untaken(Models.in(Path.of(""), List.of()), Files.readAllLines(RECORD));

        assertThat(untaken).as("flows that no test took").isEmpty();
    }
}
