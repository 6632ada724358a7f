package org.keizoku.recovery;

import static org.keizoku.recovery.SystemRecoveryModel.IMPACT;
import static org.keizoku.recovery.SystemRecoveryModel.IMPACT_ROW;
import static org.keizoku.recovery.SystemRecoveryModel.LEVEL_ROW;
import static org.keizoku.recovery.SystemRecoveryModel.REQUEST_VENDOR;
import static org.keizoku.recovery.SystemRecoveryModel.SUBSTITUTE;
import static org.keizoku.recovery.SystemRecoveryModel.SYSTEM_NAME;
import static org.keizoku.recovery.SystemRecoveryModel.TARGET_LEVEL;
import static org.keizoku.recovery.SystemRecoveryModel.WAY;
import static org.keizoku.recovery.SystemRecoveryModel.WAY_ROW;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.keizoku.activation.ActivationNumber;
import org.keizoku.activation.Activations;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the decision tables of system-recovery.bpmn said, in words for its forms and for the record. */
@Configuration(proxyBeanMethods = false)
class JudgementTasks {

    @Bean
    ExecutionListener recordLevel() {
        return decided -> {
            Map<String, Object> levels = outputs(
                    LEVEL_ROW.from(decided),
                    Map.of("hardware", "ハードウェア", "systemArea", "システム領域", "data", "データ", "contractor", "委託先"));
            TARGET_LEVEL.set(decided, levels.isEmpty() ? "計画に定めなし" : inLines(levels));
        };
    }

    @Bean
    ExecutionListener recordImpact(Activations activations) {
        return decided -> {
            Map<String, Object> judged =
                    outputs(IMPACT_ROW.from(decided), Map.of("impact", "影響範囲", "substitute", "代替手段"));
            IMPACT.set(decided, (String) judged.getOrDefault("影響範囲", "判定表に定めなし"));
            SUBSTITUTE.set(decided, (String) judged.getOrDefault("代替手段", SUBSTITUTE.from(decided)));
            if (!judged.isEmpty()) {
                record(activations, decided, "impact", inLines(judged).replace("\n", "、"), judged);
            }
        };
    }

    @Bean
    ExecutionListener recordWay(Activations activations) {
        return decided -> {
            var row = WAY_ROW.from(decided);
            WAY.set(decided, (String) row.get("way"));
            REQUEST_VENDOR.set(decided, Boolean.TRUE.equals(row.get("requestVendor")));
            record(activations, decided, "recovery-way", WAY.from(decided), Map.of("復旧の進め方", WAY.from(decided)));
        };
    }

    /** What the row says, under the words for people, in the row's order. */
    private static Map<String, Object> outputs(Map<?, ?> row, Map<String, String> words) {
        Map<String, Object> said = new LinkedHashMap<>();
        row.forEach((name, value) -> {
            if (value != null && words.containsKey(name)) {
                said.put(words.get(name), value);
            }
        });
        return said;
    }

    private static String inLines(Map<String, Object> said) {
        return said.entrySet().stream()
                .map(entry -> entry.getKey() + ": " + entry.getValue())
                .collect(Collectors.joining("\n"));
    }

    private static void record(
            Activations activations, DelegateExecution decided, String kind, String told, Map<String, ?> values) {
        activations.recordBySystem(
                new ActivationNumber(decided.getProcessBusinessKey()),
                kind,
                "%s: %s".formatted(SYSTEM_NAME.from(decided), told),
                values);
    }
}
