package org.keizoku.recovery;

import static org.keizoku.recovery.InitialResponseModel.DAMAGE_PLACE;
import static org.keizoku.recovery.InitialResponseModel.RECOVERY_BASE;
import static org.keizoku.recovery.InitialResponseModel.SITE_ENTRY;
import static org.keizoku.recovery.InitialResponseModel.SITE_ID;
import static org.keizoku.recovery.InitialResponseModel.SITE_NAME;
import static org.keizoku.recovery.InitialResponseModel.SITE_NETWORK;
import static org.keizoku.recovery.InitialResponseModel.SITE_NOTES;
import static org.keizoku.recovery.InitialResponseModel.SITE_POWER;
import static org.keizoku.recovery.InitialResponseModel.SITE_USABLE;
import static org.keizoku.recovery.InitialResponseModel.SURVEYOR;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.keizoku.activation.ActivationModel;
import org.keizoku.activation.ActivationNumber;
import org.keizoku.activation.Activations;
import org.keizoku.activation.Announcement;
import org.keizoku.activation.ResponseModel;
import org.keizoku.engine.FormContract;
import org.keizoku.engine.ProcessVariable;
import org.keizoku.plan.Base;
import org.keizoku.plan.Plan;
import org.keizoku.plan.Site;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What initial-response.bpmn asks of us. */
@Configuration(proxyBeanMethods = false)
class InitialResponseTasks {

    /** Camunda keeps a string in 4,000 characters; a person who decides in a minute reads fewer. */
    private static final int LONGEST_BRIEFING = 2000;

    private static final List<ProcessVariable<String>> ANSWERS =
            List.of(SITE_USABLE, SITE_ENTRY, SITE_POWER, SITE_NETWORK, SITE_NOTES);

    @Bean
    ExecutionListener listSites(Activations activations) {
        return begun -> {
            List<Site> surveyed = ResponseModel.SITE_SURVEY.find(begun).orElse(true)
                    ? activations.planOf(number(begun)).sites()
                    : List.of();
            InitialResponseModel.SITES.set(
                    begun, new ArrayList<>(surveyed.stream().map(Site::id).toList()));
        };
    }

    @Bean
    JavaDelegate prepareSurvey(Activations activations) {
        return task -> {
            Plan plan = activations.planOf(number(task));
            Site site = plan.site(SITE_ID.from(task));
            task.setVariableLocal(SITE_NAME.name(), site.name());
            task.setVariableLocal(SURVEYOR.name(), plan.role(site.surveyedBy()).candidates());
            // Each site has its own answers: without these the form would open with what was found at another site.
            ANSWERS.forEach(answer -> task.setVariableLocal(answer.name(), null));
        };
    }

    @Bean
    TaskListener recordSurvey(Surveys surveys) {
        return task -> surveys.surveyed(
                number(task.getExecution()),
                new Surveys.Found(
                        SITE_ID.from(task),
                        SITE_USABLE.from(task),
                        SITE_ENTRY.find(task).orElse(null),
                        SITE_POWER.find(task).orElse(null),
                        SITE_NETWORK.find(task).orElse(null),
                        SITE_NOTES.find(task).orElse(null),
                        task.getAssignee()));
    }

    @Bean
    TaskListener recordDamageSheet(Surveys surveys, FormContract forms) {
        return task -> surveys.sheet(
                number(task.getExecution()), DAMAGE_PLACE.from(task), entered(task, forms), task.getAssignee());
    }

    @Bean
    JavaDelegate compileDamage(Surveys surveys, Activations activations) {
        return task -> {
            List<String> found = surveys.found(number(task));
            String briefing = "%s\n\n拠点の調査結果:\n%s"
                    .formatted(
                            activations.get(number(task)).event().told(),
                            found.isEmpty()
                                    ? "調査なし"
                                    : found.stream().map(line -> "- " + line).collect(Collectors.joining("\n")));
            ActivationModel.BRIEFING.set(
                    task,
                    briefing.length() > LONGEST_BRIEFING
                            ? briefing.substring(0, LONGEST_BRIEFING - 1) + "…"
                            : briefing);
        };
    }

    @Bean
    JavaDelegate tellBase(Activations activations, ApplicationEventPublisher events) {
        return task -> {
            Base base = activations.planOf(number(task)).base(RECOVERY_BASE.from(task));
            events.publishEvent(new Announcement(
                    number(task),
                    "recovery-base",
                    "発動%s 復旧拠点は%s(%s)です。システム: %s、本部: %s"
                            .formatted(number(task), base.name(), base.kind(), base.systems(), base.headquarters()),
                    Optional.empty()));
        };
    }

    private static Map<String, Object> entered(DelegateTask task, FormContract forms) {
        Map<String, Object> sheet = new LinkedHashMap<>();
        forms.keysOf(task).forEach(key -> sheet.put(key, task.getVariable(key)));
        return sheet;
    }

    private static ActivationNumber number(DelegateExecution task) {
        return new ActivationNumber(task.getProcessBusinessKey());
    }
}
