package org.keizoku.plan.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ProcedureDecisionsTest {

    private static final Pattern ASKED =
            Pattern.compile("sourceExpression=\"\\$\\{'([a-z-]+)'}\"\\s+target=\"decisionId\"");

    @Test
    void the_decisions_of_a_plan_are_those_that_the_processes_ask_for() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("processes"))) {
            assertThat(files.filter(file -> file.toString().endsWith(".bpmn"))
                            .flatMap(ProcedureDecisionsTest::askedForIn)
                            .distinct())
                    .containsExactlyInAnyOrderElementsOf(ProcedureDecisions.ASKED_FOR);
        }
    }

    private static Stream<String> askedForIn(Path process) {
        try {
            return ASKED.matcher(Files.readString(process)).results().map(call -> call.group(1));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
