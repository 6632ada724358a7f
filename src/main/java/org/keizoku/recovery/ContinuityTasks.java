package org.keizoku.recovery;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.spin.Spin;
import org.camunda.spin.json.SpinJsonNode;
import org.keizoku.activation.ActivationModel;
import org.keizoku.activation.ActivationNumber;
import org.keizoku.activation.Activations;
import org.keizoku.engine.Refused;
import org.keizoku.plan.Plan;
import org.keizoku.plan.PrioritySystem;
import org.keizoku.plan.SystemId;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What ict-continuity.bpmn asks of us. */
@Configuration(proxyBeanMethods = false)
class ContinuityTasks {

    @Bean
    JavaDelegate prepareContinuity(Activations activations, Clock clock) {
        return task -> {
            Plan plan = activations.planOf(number(task));
            List<Map<String, String>> options = plan.systems().stream()
                    .map(system ->
                            Map.of("value", system.id().value(), "label", system.priority() + " " + system.name()))
                    .toList();
            ContinuityModel.SYSTEM_OPTIONS.set(task, Spin.JSON(options));
            ContinuityModel.NEXT_REPORT_AT.set(
                    task, Date.from(clock.instant().plus(plan.reporting().every())));
        };
    }

    @Bean
    TaskListener recordAffected(Activations activations) {
        return task -> {
            Plan plan = activations.planOf(number(task.getExecution()));
            String names = affected(task, plan).stream()
                    .map(plan::system)
                    .map(system -> "- %s %s(目標 %s)".formatted(system.priority(), system.name(), hours(system)))
                    .collect(Collectors.joining("\n"));
            ContinuityModel.AFFECTED_NAMES.set(task, names.isEmpty() ? "なし" : names);
        };
    }

    @Bean
    TaskListener recordPolicy() {
        return task -> ActivationModel.BRIEFING.set(
                task,
                "復旧方針: %s\n\n復旧の対象:\n%s"
                        .formatted(
                                ContinuityModel.RECOVERY_POLICY.from(task), ContinuityModel.AFFECTED_NAMES.from(task)));
    }

    @Bean
    JavaDelegate planRecoveries(Activations activations, Recoveries recoveries) {
        return task -> {
            List<SystemId> affected = affected(task, activations.planOf(number(task)));
            ContinuityModel.SYSTEMS_TO_RECOVER.set(
                    task,
                    new ArrayList<>(recoveries.inOrder(number(task), affected).stream()
                            .map(SystemId::value)
                            .toList()));
        };
    }

    /** The ticked systems; a value that the plan does not know was not on the form. */
    private static List<SystemId> affected(VariableScope scope, Plan plan) {
        Object ticked = ContinuityModel.AFFECTED_SYSTEMS.find(scope).orElse(null);
        if (ticked == null) {
            return List.of();
        }
        SpinJsonNode list = ticked instanceof SpinJsonNode json ? json : Spin.JSON(ticked);
        List<SystemId> affected = list.elements().stream()
                .map(SpinJsonNode::stringValue)
                .map(SystemId::new)
                .distinct()
                .toList();
        List<SystemId> known = plan.systems().stream().map(PrioritySystem::id).toList();
        affected.stream().filter(id -> !known.contains(id)).findFirst().ifPresent(unknown -> {
            throw new Refused("計画にないシステムです: " + unknown);
        });
        return affected;
    }

    private static String hours(PrioritySystem system) {
        return "%d時間以内".formatted(system.targets().get(0).rto().toHours());
    }

    private static ActivationNumber number(DelegateExecution task) {
        return new ActivationNumber(task.getProcessBusinessKey());
    }
}
