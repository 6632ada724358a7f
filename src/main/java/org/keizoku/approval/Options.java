package org.keizoku.approval;

import java.util.LinkedHashMap;
import java.util.Map;
import org.keizoku.plan.Plan;

/** Between what a decision chooses: the procedure's own words, and for the recovery base the plan's bases in their order. */
final class Options {

    private Options() {}

    /** What is shown, by the value that the procedure reads. */
    static Map<String, String> of(String decision, Plan plan) {
        return switch (decision) {
            case "set-up-structure" -> ordered("set-up", "設置する", "monitor", "設置しない(監視を続ける)");
            case "take-command" -> ordered("survey", "指揮を執り、被害調査を指示する", "hold", "安全確保を優先し、調査は待つ");
            case "recovery-base" -> bases(plan);
            case "start-continuity" -> ordered("start", "発動する", "ordinary", "発動しない(通常の障害対応)");
            case "recovery-policy" -> ordered("approve", "承認する", "revise", "見直しを求める", "stop", "継続対応を取りやめる");
            case "dissolve-structure" -> ordered("dissolve", "解散する", "continue", "続ける(被害が残る)");
            case "correct-activation" -> ordered("stand-down", "発動を取り消す", "correct", "申出のとおり訂正する", "refuse", "見送る");
            case "approve-downgrade" -> ordered("approve", "承認する", "refuse", "承認しない");
            default -> throw new IllegalArgumentException("no options for the decision " + decision);
        };
    }

    private static Map<String, String> bases(Plan plan) {
        Map<String, String> bases = new LinkedHashMap<>();
        plan.bases()
                .forEach(base -> bases.put(
                        base.id(),
                        "%s(%s) システム: %s、本部: %s"
                                .formatted(base.name(), base.kind(), base.systems(), base.headquarters())));
        return bases;
    }

    private static Map<String, String> ordered(String... valuesAndLabels) {
        Map<String, String> options = new LinkedHashMap<>();
        for (int n = 0; n < valuesAndLabels.length; n += 2) {
            options.put(valuesAndLabels[n], valuesAndLabels[n + 1]);
        }
        return options;
    }
}
