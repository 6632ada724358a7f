package org.keizoku.plan.lint;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import org.keizoku.plan.Plan;
import org.keizoku.plan.PlanFile;
import org.keizoku.plan.PlanFinding;

/** Tells what is wrong with a plan before the disaster does: errors first, then in the order of the file. */
public final class PlanLint {

    private static final Comparator<PlanFinding> ORDER = Comparator.comparing(PlanFinding::severity)
            .thenComparing(PlanFinding::line)
            .thenComparing(PlanFinding::column);

    /** They keep what the shipped decision tables say. */
    private static final List<PlanRule> RULES = PlanRules.in(Surroundings.shipped());

    private PlanLint() {}

    /** What is wrong with the plan of this text, which names nothing but what we ship. */
    public static List<PlanFinding> lint(String file, String yaml) {
        return lint(file, yaml, RULES);
    }

    /** The same for a file as it was read, whose plan can name what these rules know. */
    static List<PlanFinding> lint(String file, byte[] content, List<PlanRule> rules) {
        try {
            String yaml = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
            return lint(file, yaml, rules);
        } catch (CharacterCodingException notUtf8) {
            return List.of(PlanFinding.ofFile(file, "UTF-8で書かれていません", "文字コードをUTF-8にして保存し直してください"));
        }
    }

    private static List<PlanFinding> lint(String file, String yaml, List<PlanRule> rules) {
        var plan = new PlanFile(file, yaml);
        List<PlanFinding> refusals = plan.refusals();
        return (refusals.isEmpty() ? broken(plan, rules) : refusals)
                .stream().sorted(ORDER).toList();
    }

    private static List<PlanFinding> broken(PlanFile file, List<PlanRule> rules) {
        Plan plan = file.read();
        return rules.stream()
                .flatMap(rule -> rule.broken(plan)
                        .map(broken -> file.at(
                                broken.path(),
                                rule.severity(),
                                rule.id(),
                                rule.clause(),
                                broken.message(),
                                broken.remedy())))
                .toList();
    }
}
