package org.keizoku.plan.lint;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.keizoku.plan.PlanFinding;
import org.springframework.core.io.FileSystemResource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code plan lint FILE}: lists the findings, needs neither database nor network; exit code 1 where there is an error, 2 for no file. */
@Command(name = "lint", description = "計画ファイルを検査し、指摘を一覧にする", mixinStandardHelpOptions = true)
final class LintCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "計画ファイル(plan.yaml)。手順(BPMN)と判定表(DMN)は同じフォルダーから読む")
    private Path file;

    @Option(
            names = "--format",
            defaultValue = "text",
            description = "出力の形: ${COMPLETION-CANDIDATES}(既定は${DEFAULT-VALUE})")
    private FindingFormat format;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        List<PlanFinding> findings;
        try {
            findings = PlanLint.lint(
                    file.toString(), Files.readAllBytes(file), PlanRules.in(Surroundings.and(beside(file))));
        } catch (IOException unreadable) {
            spec.commandLine().getErr().println("%s: ファイルを読めません".formatted(file));
            return 2;
        }
        format.print(findings, out);
        return findings.stream().anyMatch(PlanFinding::isError) ? 1 : 0;
    }

    private static List<FileSystemResource> beside(Path file) throws IOException {
        try (Stream<Path> files = Files.list(file.toAbsolutePath().getParent())) {
            return files.sorted().map(FileSystemResource::new).toList();
        }
    }
}
