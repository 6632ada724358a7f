package org.keizoku.activation;

import static org.keizoku.activation.ActivationTasks.number;
import static org.keizoku.activation.ActivationTasks.tell;

import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.keizoku.engine.Actor;
import org.keizoku.engine.Hands;
import org.keizoku.engine.Refused;
import org.keizoku.engine.Side;
import org.keizoku.plan.PersonId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What activation-correction.bpmn asks of us. */
@Configuration(proxyBeanMethods = false)
class CorrectionTasks {

    @Bean
    ExecutionListener openCorrection(Activations activations, Actor actor, Hands hands) {
        return start -> {
            Activation activation = asked(start, activations);
            boolean correct = "correct"
                    .equals(CorrectionModel.REQUESTED_CHANGE.find(start).orElse(""));
            ReportedEvent event = activation.event();
            if (correct) {
                event = event.withIntensity(CorrectionModel.CORRECTED_INTENSITY
                        .find(start)
                        .map(Intensity::named)
                        .orElseThrow(() -> new Refused("訂正のときは正しい震度を選んでください。")));
            }
            String reason = CorrectionModel.REASON
                    .find(start)
                    .filter(words -> !words.isBlank())
                    .orElseThrow(() -> new Refused("理由を入力してください。"));
            start.setProcessBusinessKey(activation.number().value());
            TableInputs.of(event, activations.planOf(activation.number())).forEach(start::setVariable);
            CorrectionModel.REQUESTED_BY.set(start, actor.nameForRecord());
            actor.person().ifPresent(person -> hands.acts(start.getProcessInstanceId(), person, Side.REQUESTER));
            String request = correct ? "訂正: " + event.told() : "取消";
            ActivationModel.BRIEFING.set(
                    start,
                    activation
                            .number()
                            .marked("発動 %s: %s\n申出: %s\n理由: %s"
                                    .formatted(
                                            activation.number(),
                                            activation.event().told(),
                                            request,
                                            reason)));
            activations.record(
                    activation.number(), "correction-requested", "発動の訂正・取消を申出", Map.of("申出", request, "理由", reason));
        };
    }

    @Bean
    ExecutionListener compareRegimes(Activations activations) {
        return decided -> CorrectionModel.REGIME_CHANGES.set(
                decided,
                !CorrectionModel.CORRECTED_ROW
                        .from(decided)
                        .get("regime")
                        .equals(activations.get(number(decided)).regime()));
    }

    @Bean
    JavaDelegate requestStandDown(Activations activations, ActivationProcess process) {
        return task -> sayIfPast(process.stoodDown(number(task)), activations, task);
    }

    @Bean
    JavaDelegate restartResponse(Activations activations, ActivationProcess process) {
        return task -> {
            ReportedEvent event = correctedEvent(task, activations);
            activations.corrected(number(task), event, CorrectionModel.REASON.from(task));
            sayIfPast(process.corrected(number(task), event), activations, task);
        };
    }

    @Bean
    JavaDelegate recordCorrection(Activations activations, ApplicationEventPublisher events) {
        return task -> {
            ReportedEvent event = correctedEvent(task, activations);
            activations.corrected(number(task), event, CorrectionModel.REASON.from(task));
            tell(
                    events,
                    number(task),
                    "corrected/" + task.getProcessInstanceId(),
                    "発動%sは訂正されました: %s。体制は変わりません。".formatted(number(task), event.told()));
        };
    }

    @Bean
    JavaDelegate tellCorrectionRefused(ApplicationEventPublisher events) {
        return task -> events.publishEvent(new Announcement(
                number(task),
                "correction-refused/" + task.getProcessInstanceId(),
                "発動%sの訂正・取消は見送られました。対応を続けてください。".formatted(number(task)),
                Optional.of(CorrectionModel.REQUESTED_BY.from(task))
                        .filter(person -> !person.equals(Actor.SYSTEM))
                        .map(PersonId::new)));
    }

    private static Activation asked(DelegateExecution start, Activations activations) {
        String given = ActivationModel.ACTIVATION_NUMBER.find(start).orElse("").strip();
        return ActivationNumber.of(given)
                .flatMap(activations::find)
                .filter(Activation::isOpen)
                .orElseThrow(() -> new Refused("対応中の発動「%s」はありません。例: 2026-001".formatted(given)));
    }

    private static ReportedEvent correctedEvent(DelegateExecution task, Activations activations) {
        return activations
                .get(number(task))
                .event()
                .withIntensity(ActivationModel.INTENSITY
                        .find(task)
                        .map(Intensity::named)
                        .orElse(null));
    }

    /** The response may have ended while the decision was pending: then nothing is left to stop, and the record says so. */
    private static void sayIfPast(boolean reached, Activations activations, DelegateExecution task) {
        if (!reached) {
            activations.recordBySystem(number(task), "correction-late", "対応は既に終わっており、訂正・取消は適用されません", Map.of());
        }
    }
}
