package org.keizoku.downgrade;

import static org.keizoku.downgrade.DowngradeModel.APPLY_NOTE;
import static org.keizoku.downgrade.DowngradeModel.APPLY_RESULT;
import static org.keizoku.downgrade.DowngradeModel.APPROVED;
import static org.keizoku.downgrade.DowngradeModel.DECIDED_AS;
import static org.keizoku.downgrade.DowngradeModel.DECIDED_BY;
import static org.keizoku.downgrade.DowngradeModel.DECISION;
import static org.keizoku.downgrade.DowngradeModel.DECISION_REASON;
import static org.keizoku.downgrade.DowngradeModel.FINGERPRINT;
import static org.keizoku.downgrade.DowngradeModel.NUMBER;

import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.keizoku.activation.Activation;
import org.keizoku.activation.ActivationModel;
import org.keizoku.activation.Activations;
import org.keizoku.approval.DecisionModel;
import org.keizoku.downgrade.Downgrades.Answer;
import org.keizoku.engine.Actor;
import org.keizoku.engine.Refused;
import org.keizoku.plan.PersonId;
import org.keizoku.plan.Plan;
import org.keizoku.platform.InsideAddress;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What security-downgrade.bpmn and approve-break-glass.bpmn ask of us. */
@Configuration(proxyBeanMethods = false)
class DowngradeTasks {

    @Bean
    ExecutionListener openDowngrade(
            DowngradeRequests requests,
            DowngradeHands hands,
            Activations activations,
            InsideAddress address,
            Actor actor) {
        return start -> {
            Activation activation =
                    requests.open(DowngradeModel.ACTIVATION_NUMBER.find(start).orElse(""));
            Request request = RequestForm.request(activation.number(), start.getVariables());
            Downgrade downgrade = requests.asked(request, person(actor));
            Plan plan = activations.planOf(activation.number());
            start.setProcessBusinessKey(activation.number().value());
            // As the table has it, whatever blanks somebody typed around it.
            DowngradeModel.ACTIVATION_NUMBER.set(start, activation.number().value());
            NUMBER.set(start, downgrade.number());
            hands.carriedOnBy(start.getProcessInstanceId(), downgrade.number());
            DecisionModel.MATTER.set(start, start.getProcessInstanceId());
            DowngradeModel.TITLE.set(start, downgrade.title());
            DowngradeModel.PAGE.set(start, address.downgrade(downgrade.number()));
            FINGERPRINT.set(start, request.fingerprint());
            DowngradeModel.BREAK_GLASS.set(start, request.breakGlass());
            DowngradeModel.TEMPORARY.set(start, request.matter().isTemporary());
            DowngradeModel.OPENS.set(start, request.matter().opens().code());
            DowngradeModel.LAPSES_AT.set(start, Date.from(request.until()));
            ActivationModel.STAFF.set(start, plan.role(plan.duties().staff()).candidates());
            ActivationModel.LEADER.set(start, plan.role(plan.duties().leader()).candidates());
            DecisionModel.ROLE.set(
                    start, DowngradeRequests.approver(request.matter(), plan).value());
            ActivationModel.BRIEFING.set(
                    start,
                    "発動 %s: %s\n%s%s\n%s"
                            .formatted(
                                    activation.number(),
                                    activation.event().told(),
                                    request.breakGlass() ? "緊急措置として既に実施。事後の承認。" : "申請: ",
                                    downgrade.title(),
                                    DowngradeRequests.inWords(request)));
        };
    }

    @Bean
    JavaDelegate recordDowngradeDecision(Downgrades downgrades) {
        return task -> APPROVED.set(task, downgrades.decided(NUMBER.from(task), answer(task)));
    }

    @Bean
    JavaDelegate tellDowngradeRefused(Downgrades downgrades, DowngradeNotices notices) {
        return task -> notices.tellRequester(downgrades.get(NUMBER.from(task)), "refused", "承認されませんでした。");
    }

    @Bean
    TaskListener recordApplied(Downgrades downgrades) {
        return task -> downgrades.applied(
                NUMBER.from(task),
                new PersonId(task.getAssignee()),
                APPLY_RESULT.from(task).equals("applied"),
                APPLY_NOTE.from(task));
    }

    @Bean
    JavaDelegate lapseDowngrade(Downgrades downgrades, DowngradeNotices notices) {
        return task -> {
            downgrades.lapsed(NUMBER.from(task));
            notices.tellRequester(downgrades.get(NUMBER.from(task)), "lapsed", "期限までに実施されず、承認は失効しました。");
        };
    }

    @Bean
    JavaDelegate tellBreakGlass(DowngradeWatch watch) {
        return task -> watch.tellBreakGlass(NUMBER.from(task));
    }

    @Bean
    JavaDelegate recordBreakGlassDecision(Downgrades downgrades) {
        return task -> APPROVED.set(task, downgrades.decidedAfterTheFact(NUMBER.from(task), answer(task)));
    }

    @Bean
    JavaDelegate undoBreakGlass(Downgrades downgrades, DowngradeWatch watch) {
        return task -> {
            downgrades.endsNow(NUMBER.from(task), "事後の不承認");
            watch.tellUndo(NUMBER.from(task));
        };
    }

    @Bean
    JavaDelegate scheduleApprovalReminder(DowngradeWatch watch, Downgrades downgrades) {
        return task -> {
            BreakGlassModel.DECIDED.set(task, false);
            BreakGlassModel.NEXT_REMINDER_AT.set(
                    task,
                    Date.from(
                            watch.nextReminder(downgrades.get(NUMBER.from(task)).activation())));
        };
    }

    @Bean
    JavaDelegate remindAfterTheFact(DowngradeWatch watch) {
        return task ->
                BreakGlassModel.NEXT_REMINDER_AT.set(task, Date.from(watch.remindAfterTheFact(NUMBER.from(task))));
    }

    /** What came out of the decision. */
    static Answer answer(DelegateExecution task) {
        return new Answer(
                new PersonId(DECIDED_BY.from(task)),
                DECIDED_AS.from(task),
                DECISION.from(task).equals("approve"),
                DECISION_REASON.find(task).orElse(""),
                FINGERPRINT.find(task).orElse(""));
    }

    /** Whoever starts it; nothing starts it by itself. */
    static PersonId person(Actor actor) {
        return new PersonId(actor.person().orElseThrow(() -> new Refused("ログインした職員だけが申請できます。")));
    }
}
