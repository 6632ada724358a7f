package org.keizoku.plan.lint;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.keizoku.plan.PlanFinding;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code plan lint FILE}: lists the findings, needs neither database nor network; exit code 1 where there is an error, 2 for no file. */
@Command(name = "lint", description = "計画ファイルを検査し、指摘を一覧にする", mixinStandardHelpOptions = true)
final class LintCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "計画ファイル(plan.yaml)")
    private Path file;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        String yaml;
        try {
            yaml = Files.readString(file, StandardCharsets.UTF_8);
        } catch (CharacterCodingException notUtf8) {
            err.println("%s: UTF-8で保存されていません".formatted(file));
            return 2;
        } catch (IOException unreadable) {
            err.println("%s: ファイルを読めません".formatted(file));
            return 2;
        }
        List<PlanFinding> findings = PlanLint.lint(file.toString(), yaml);
        findings.forEach(out::println);
        long errors = findings.stream().filter(PlanFinding::isError).count();
        out.println("誤り %d件、警告 %d件".formatted(errors, findings.size() - errors));
        return errors > 0 ? 1 : 0;
    }
}
