package org.keizoku.plan.lint;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keizoku.Keizoku;
import org.springframework.core.io.ClassPathResource;
import picocli.CommandLine;

class LintCommandTest {

    private static final SoundPlan SOUND = SoundPlan.unchanged();

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path folder;

    Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("plan.yaml");
    }

    @Test
    void a_plan_without_findings_ends_with_0() throws IOException {
        assertThat(lint(SOUND)).isZero();
        assertThat(out).hasToString("誤り 0件\n警告 0件\n");
    }

    @Test
    void errors_stand_before_warnings_with_place_clause_and_remedy_and_end_with_1() throws IOException {
        assertThat(lint(SOUND.with("deputies: [kakaricho, shunin]", "deputies: [kacho]")))
                .isEqualTo(1);
        assertThat(out)
                .hasToString(
                        """
                        誤り 1件
                          %1$s:20:16 [deputy-twice]
                            「情報統括」の担当者と代行者の列に「kacho」が二度あります
                            対処: 一人を一度だけ書き、足りない代行者を別の人にしてください
                            根拠: 総務省サンプル 8(1) 最高情報統括責任者の代行順
                        警告 1件
                          %1$s:20:5 [few-deputies]
                            判断する役割「情報統括」の代行者が1人しかいません
                            対処: deputiesに二人以上を順に書くか、aboveに上位の役割を書いてください
                            根拠: 総務省サンプル 8(1) 最高情報統括責任者の代行順
                        """
                                .formatted(file));
    }

    @Test
    void a_warning_alone_ends_with_0() throws IOException {
        assertThat(lint(SOUND.with("quorum: 0.3", "quorum: 0.9"))).isZero();
        assertThat(out.toString()).contains("誤り 0件", "[quorum-out-of-hours]");
    }

    @Test
    void programs_read_json() throws IOException {
        assertThat(lint(SOUND.with("priority: A", "priority: B"), "--format", "json"))
                .isZero();
        JsonNode findings = new ObjectMapper().readTree(out.toString());
        assertThat(findings).hasSize(1);
        assertThat(findings.get(0).get("rule").asText()).isEqualTo("priority-rto");
        assertThat(findings.get(0).get("clause").asText()).isEqualTo("NSC-53-05");
        assertThat(findings.get(0).get("line").asInt()).isEqualTo(SOUND.lineOf("priority: A"));
    }

    @Test
    void tables_beside_the_file_are_known() throws IOException {
        Files.write(
                folder.resolve("regime.dmn"), new ClassPathResource("plans/our-regime.dmn").getContentAsByteArray());

        assertThat(lint(SOUND.and("tables: {regime: our-regime}"))).isZero();
    }

    @Test
    void a_file_that_is_not_there_ends_with_2() {
        assertThat(run(file.toString())).isEqualTo(2);
        assertThat(err).hasToString(file + ": ファイルを読めません\n");
    }

    @Test
    void a_file_in_another_encoding_is_an_error() throws IOException {
        Files.writeString(file, SOUND.text(), Charset.forName("Shift_JIS"));

        assertThat(run(file.toString())).isEqualTo(1);
        assertThat(out.toString()).contains("UTF-8で書かれていません");
    }

    /** In a process of its own, as people start it: neither database nor log lines. */
    @Test
    void the_application_s_command_prints_its_result_and_nothing_else() throws Exception {
        Files.writeString(file, SOUND.text());
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Process command = new ProcessBuilder(
                        java.toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Keizoku.class.getName(),
                        "plan",
                        "lint",
                        file.toString())
                .redirectErrorStream(true)
                .start();

        assertThat(new String(command.getInputStream().readAllBytes(), UTF_8)).isEqualTo("誤り 0件\n警告 0件\n");
        assertThat(command.waitFor()).isZero();
    }

    private int lint(SoundPlan plan, String... options) throws IOException {
        Files.writeString(file, plan.text());
        String[] arguments = Arrays.copyOf(options, options.length + 1);
        arguments[options.length] = file.toString();
        return run(arguments);
    }

    private int run(String... arguments) {
        return new CommandLine(new LintCommand())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
