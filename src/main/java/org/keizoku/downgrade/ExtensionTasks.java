package org.keizoku.downgrade;

import static org.keizoku.downgrade.DowngradeModel.NUMBER;
import static org.keizoku.downgrade.ExtensionModel.EXTENSION;

import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.keizoku.activation.Activation;
import org.keizoku.activation.ActivationModel;
import org.keizoku.activation.Activations;
import org.keizoku.approval.DecisionModel;
import org.keizoku.downgrade.Downgrades.Answer;
import org.keizoku.engine.Actor;
import org.keizoku.engine.EnteredMoment;
import org.keizoku.engine.Refused;
import org.keizoku.platform.JapanTime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What downgrade-extension.bpmn and review-downgrade.bpmn ask of us. */
@Configuration(proxyBeanMethods = false)
class ExtensionTasks {

    @Bean
    ExecutionListener openExtension(
            DowngradeRequests requests,
            Downgrades downgrades,
            Extensions extensions,
            DowngradeHands hands,
            Activations activations,
            Actor actor) {
        return start -> {
            Activation activation =
                    requests.open(ExtensionModel.ACTIVATION_NUMBER.find(start).orElse(""));
            Downgrade downgrade =
                    downgrades.get(number(ExtensionModel.EXTENDED.find(start).orElse("")));
            if (!downgrade.activation().equals(activation.number())) {
                throw new Refused("%sは発動%sのものではありません。".formatted(downgrade.title(), activation.number()));
            }
            Extension extension = extensions.asked(
                    downgrade.number(),
                    EnteredMoment.of("延長後の期限", ExtensionModel.UNTIL.find(start).orElse("")),
                    ExtensionModel.REASON.find(start).orElse("").strip(),
                    DowngradeTasks.person(actor));
            start.setProcessBusinessKey(activation.number().value());
            ExtensionModel.ACTIVATION_NUMBER.set(start, activation.number().value());
            NUMBER.set(start, downgrade.number());
            hands.carriedOnBy(start.getProcessInstanceId(), downgrade.number());
            DecisionModel.MATTER.set(start, start.getProcessInstanceId());
            EXTENSION.set(start, extension.number());
            DecisionModel.ROLE.set(
                    start,
                    DowngradeRequests.approver(downgrade.matter(), activations.planOf(activation.number()))
                            .value());
            ActivationModel.BRIEFING.set(
                    start,
                    "発動 %s: %s\n延長の申請: %s\n- 今の期限: %s\n- 延長後の期限: %s\n- 延長の理由: %s\n%s"
                            .formatted(
                                    activation.number(),
                                    activation.event().told(),
                                    downgrade.title(),
                                    JapanTime.plain(downgrade.until()),
                                    JapanTime.plain(extension.until()),
                                    extension.reason(),
                                    DowngradeRequests.inWords(downgrade.request())));
        };
    }

    @Bean
    JavaDelegate recordExtensionDecision(Extensions extensions) {
        return task -> {
            Answer answer = DowngradeTasks.answer(task);
            extensions.decided(EXTENSION.from(task), answer);
            ExtensionModel.APPROVED.set(task, answer.approved());
        };
    }

    @Bean
    JavaDelegate extendDowngrade(Extensions extensions) {
        return task -> extensions.extend(EXTENSION.from(task));
    }

    @Bean
    JavaDelegate tellExtensionRefused(Extensions extensions) {
        return task -> extensions.tellRefused(EXTENSION.from(task));
    }

    @Bean
    JavaDelegate endDowngradeNow(Downgrades downgrades) {
        return task -> downgrades.endsNow(NUMBER.from(task), ReviewDowngradeModel.REASON.from(task));
    }

    private static long number(String given) {
        String digits = given.replaceAll("[^0-9]", "");
        if (digits.isEmpty() || digits.length() > 18) {
            throw new Refused("延長する件の番号を入力してください。例: 12");
        }
        return Long.parseLong(digits);
    }
}
