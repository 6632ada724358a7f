package org.keizoku.plan.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.keizoku.plan.PlanFinding;
import org.keizoku.plan.PlanFinding.Severity;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;

/** A plan without any finding, with some of its words changed. */
record SoundPlan(String text) {

    static SoundPlan unchanged() {
        try {
            return new SoundPlan(new ClassPathResource("plans/sound.yaml").getContentAsString(StandardCharsets.UTF_8));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    /** Changes words that stand in the plan exactly once. */
    SoundPlan with(String words, String others) {
        assertThat(text.split(Pattern.quote(words), -1)).as(words).hasSize(2);
        return new SoundPlan(text.replace(words, others));
    }

    /** Leaves out the lines from one beginning up to the next, each of which stands at the begin of one line. */
    SoundPlan without(String from, String to) {
        int begin = text.indexOf("\n" + from);
        int end = text.indexOf("\n" + to);
        assertThat(begin).as(from).isPositive().isLessThan(end);
        return new SoundPlan(text.substring(0, begin) + text.substring(end));
    }

    SoundPlan and(String line) {
        return new SoundPlan(text + line + "\n");
    }

    List<PlanFinding> findings() {
        return PlanLint.lint("plan.yaml", text);
    }

    /** With these files beside it. */
    List<PlanFinding> findingsBeside(Resource... files) {
        return PlanLint.lint(
                "plan.yaml", text.getBytes(StandardCharsets.UTF_8), PlanRules.in(Surroundings.and(List.of(files))));
    }

    /** The plan breaks this rule once, on the line with these words, and no other rule. */
    PlanFinding breaksOnly(String rule, Severity severity, String lineWith) {
        List<PlanFinding> findings = findings();
        assertThat(findings).hasSize(1);
        PlanFinding finding = findings.get(0);
        assertThat(finding.rule()).isEqualTo(rule);
        assertThat(finding.severity()).isEqualTo(severity);
        assertThat(finding.line()).as(finding.toString()).isEqualTo(lineOf(lineWith));
        assertThat(finding.message()).isNotBlank();
        assertThat(finding.remedy()).isNotBlank();
        return finding;
    }

    /** From 1. */
    int lineOf(String words) {
        assertThat(text).contains(words);
        return 1
                + (int) text.substring(0, text.indexOf(words))
                        .chars()
                        .filter(letter -> letter == '\n')
                        .count();
    }
}
