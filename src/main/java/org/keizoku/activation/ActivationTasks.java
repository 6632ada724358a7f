package org.keizoku.activation;

import static org.keizoku.activation.ActivationModel.ACTIVATION_NUMBER;
import static org.keizoku.activation.ActivationModel.BRIEFING;
import static org.keizoku.activation.ActivationModel.CONTINUITY_PROCESS;
import static org.keizoku.activation.ActivationModel.COURSE_TABLE;
import static org.keizoku.activation.ActivationModel.DRILL;
import static org.keizoku.activation.ActivationModel.GRAVE_DAMAGE;
import static org.keizoku.activation.ActivationModel.HEADQUARTERS_SET_UP;
import static org.keizoku.activation.ActivationModel.INITIAL_RESPONSE_PROCESS;
import static org.keizoku.activation.ActivationModel.LEADER;
import static org.keizoku.activation.ActivationModel.MANUAL_TABLE;
import static org.keizoku.activation.ActivationModel.RESPONDED;
import static org.keizoku.activation.ActivationModel.STAFF;

import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.keizoku.activation.Activation.State;
import org.keizoku.plan.Plan;
import org.keizoku.plan.RoleId;
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
            Activation activation = activations.open(event, DRILL.find(start).orElse(false));
            start.setProcessBusinessKey(activation.number().value());
            ACTIVATION_NUMBER.set(start, activation.number().value());
            BRIEFING.set(start, activation.number().marked(event.told()));
            RESPONDED.set(start, false);
            Plan plan = activations.planOf(activation.number());
            TableInputs.of(event, plan).forEach(start::setVariable);
            MANUAL_TABLE.set(start, plan.table("manual"));
            COURSE_TABLE.set(start, plan.table("response-course"));
            STAFF.set(start, plan.role(plan.duties().staff()).candidates());
            LEADER.set(start, plan.role(plan.duties().leader()).candidates());
            INITIAL_RESPONSE_PROCESS.set(start, plan.procedure("initial-response"));
            CONTINUITY_PROCESS.set(start, plan.procedure("ict-continuity"));
        };
    }

    @Bean
    ExecutionListener recordRegime(Activations activations) {
        return decided -> {
            var row = ResponseModel.REGIME_ROW.from(decided);
            ResponseModel.REGIME.set(decided, (String) row.get("regime"));
            ResponseModel.ASSEMBLES.set(decided, (String) row.get("assembles"));
            ResponseModel.ATTENDANCE.set(decided, (String) row.get("attendance"));
            activations.regimeDecided(number(decided), ResponseModel.REGIME.from(decided));
        };
    }

    @Bean
    ExecutionListener recordCourse(Activations activations) {
        return decided -> {
            var row = ResponseModel.COURSE_ROW.from(decided);
            ResponseModel.FIRST_ACTION.set(decided, (String) row.get("firstAction"));
            ResponseModel.SITE_SURVEY.set(decided, (Boolean) row.get("siteSurvey"));
            ResponseModel.REPORTS_TO.set(decided, (String) row.get("reportsTo"));
            ResponseModel.ALSO_TOLD.set(decided, (String) row.get("alsoTold"));
            Plan plan = activations.planOf(number(decided));
            var course = new Course(row, role -> plan.role(new RoleId(role)).name());
            activations.recordBySystem(number(decided), "course", "対応の進め方: " + course.told(), course.values());
            course.combination()
                    .filter(combination -> !BRIEFING.from(decided).contains(combination))
                    .ifPresent(combination -> BRIEFING.set(decided, BRIEFING.from(decided) + "\n" + combination));
        };
    }

    @Bean
    ExecutionListener recordManual(Activations activations) {
        return chosen -> {
            String manual = ResponseModel.MANUAL.from(chosen);
            activations.recordBySystem(number(chosen), "manual", "適用する手順書: " + manual, Map.of("手順書", manual));
            BRIEFING.set(chosen, "%s\n手順書: %s".formatted(BRIEFING.from(chosen), manual));
        };
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
}
