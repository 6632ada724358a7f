package org.keizoku.activation;

import static org.keizoku.activation.ActivationModel.ACTIVATION_NUMBER;
import static org.keizoku.activation.ActivationModel.BRIEFING;
import static org.keizoku.activation.ActivationModel.CONTINUITY_PROCESS;
import static org.keizoku.activation.ActivationModel.GRAVE_DAMAGE;
import static org.keizoku.activation.ActivationModel.HEADQUARTERS_SET_UP;
import static org.keizoku.activation.ActivationModel.INITIAL_RESPONSE_PROCESS;
import static org.keizoku.activation.ActivationModel.INTENSITY;
import static org.keizoku.activation.ActivationModel.LEADER;
import static org.keizoku.activation.ActivationModel.RESPONDED;
import static org.keizoku.activation.ActivationModel.STAFF;

import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.keizoku.activation.Activation.State;
import org.keizoku.plan.Plan;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What activation.bpmn and response.bpmn ask of us. */
@Configuration(proxyBeanMethods = false)
class ActivationTasks {

    @Bean
    ExecutionListener openActivation(Activations activations) {
        return start -> {
            ReportedEvent event = StartForm.event(start.getVariables());
            Activation activation = activations.open(event);
            start.setProcessBusinessKey(activation.number().value());
            ACTIVATION_NUMBER.set(start, activation.number().value());
            BRIEFING.set(start, event.told());
            carry(event, start);
            RESPONDED.set(start, false);
            Plan plan = activations.planOf(activation.number());
            STAFF.set(start, plan.duties().staff().value());
            LEADER.set(start, plan.duties().leader().value());
            INITIAL_RESPONSE_PROCESS.set(start, plan.procedure("initial-response"));
            CONTINUITY_PROCESS.set(start, plan.procedure("ict-continuity"));
        };
    }

    @Bean
    ExecutionListener recordRegime(Activations activations) {
        return decided -> activations.regimeDecided(number(decided), ResponseModel.REGIME.from(decided));
    }

    @Bean
    TaskListener recordSituation(Activations activations) {
        return monitored -> {
            var number = new ActivationNumber(monitored.getExecution().getProcessBusinessKey());
            ReportedEvent event = activations
                    .get(number)
                    .event()
                    .withSituation(
                            HEADQUARTERS_SET_UP.find(monitored).orElse(false),
                            GRAVE_DAMAGE.find(monitored).orElse(false));
            activations.observed(number, event, ResponseModel.MONITOR_FINDINGS.from(monitored));
            HEADQUARTERS_SET_UP.set(monitored, event.headquartersSetUp());
            GRAVE_DAMAGE.set(monitored, event.graveDamage());
        };
    }

    @Bean
    JavaDelegate tellCorrected(Activations activations, ApplicationEventPublisher events) {
        return task -> tell(
                events,
                number(task),
                "corrected/" + task.getId(),
                "発動%sは訂正されました: %s。体制を判定し直します。"
                        .formatted(
                                number(task),
                                activations.get(number(task)).event().told()));
    }

    @Bean
    JavaDelegate tellStoodDown(ApplicationEventPublisher events) {
        return task -> tell(events, number(task), "stood-down", "発動%sは取り消されました。対応は不要です。".formatted(number(task)));
    }

    @Bean
    JavaDelegate standDownActivation(Activations activations) {
        return task -> activations.ended(number(task), State.STOOD_DOWN);
    }

    @Bean
    JavaDelegate closeActivation(Activations activations, ApplicationEventPublisher events) {
        return task -> {
            activations.ended(number(task), State.CLOSED);
            tell(events, number(task), "closed", "発動%sの対応を終了しました。".formatted(number(task)));
        };
    }

    static ActivationNumber number(DelegateExecution task) {
        return new ActivationNumber(task.getProcessBusinessKey());
    }

    static void tell(ApplicationEventPublisher events, ActivationNumber number, String about, String text) {
        events.publishEvent(new Announcement(number, about, text, Optional.empty()));
    }

    private static void carry(ReportedEvent event, DelegateExecution start) {
        // The decision table reads all of its inputs: what was left open on the form is there, and empty.
        start.setVariable(
                INTENSITY.name(),
                event.intensity() == null ? null : event.intensity().code());
        HEADQUARTERS_SET_UP.set(start, event.headquartersSetUp());
        GRAVE_DAMAGE.set(start, event.graveDamage());
    }
}
