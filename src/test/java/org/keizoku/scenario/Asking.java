package org.keizoku.scenario;

import static org.keizoku.scenario.Entered.entered;

import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.keizoku.activation.ActivationNumber;
import org.keizoku.approval.DecisionModel;
import org.keizoku.downgrade.Downgrade;
import org.keizoku.downgrade.DowngradeModel;
import org.keizoku.downgrade.Downgrades;
import org.keizoku.downgrade.ExtensionModel;
import org.keizoku.downgrade.InForceModel;
import org.keizoku.testing.Night;

/** One activation of the sample city in which people lower security for a time: joho1 asks, the head approves, joho2 acts, joho3 verifies. */
record Asking(Night night, City city, TaskService tasks, Downgrades downgrades, String number) {

    /** The name of each decision about a matter has it. */
    private static final String ABOUT = "一時引下げ";

    /** A valid request for six hours, with these values instead. */
    Map<String, Object> form(String... others) {
        Map<String, Object> form = entered(
                "activationNumber", number,
                "downgradeMatter", "firewall",
                "downgradeTarget", "庁外向けファイアウォールの規則12番",
                "downgradeReason", "本体が故障し、代替機に同じ規則がない",
                "compensation", "接続元を二つに限る",
                "restoration", "規則12番を元の内容に戻す",
                "executor", "情報システム班",
                "downgradeUntil", in(Duration.ofHours(6)),
                "urgency", "ordinary");
        form.putAll(entered(others));
        return form;
    }

    /** A moment from now on, as a form writes it. */
    String in(Duration time) {
        return night.now().plus(time).toString();
    }

    /** The request of this person; the newest matter of the activation then. */
    Downgrade asks(String person, String... others) {
        city.starts(person, DowngradeModel.PROCESS, form(others));
        return newest();
    }

    Downgrade newest() {
        var all = downgrades.of(new ActivationNumber(number));
        return all.get(all.size() - 1);
    }

    void decides(String person, String outcome) {
        decides(person, outcome, "対策が足りている");
    }

    /** The one decision about a matter that is open. */
    void decides(String person, String outcome, String reason) {
        night.claimAndComplete(person, decision(), entered("decisionOutcome", outcome, "decisionReason", reason));
    }

    Task decision() {
        return night.task(number, DecisionModel.DECIDE, ABOUT);
    }

    /** Where several wait for a decision: the one that was asked for last. */
    Task newestDecision() {
        return decisions()
                .max(Comparator.comparing(task -> factsOf(task).contains(newest().title())))
                .orElseThrow();
    }

    private Stream<Task> decisions() {
        return night.tasks(number, DecisionModel.DECIDE).stream()
                .filter(task -> task.getName().contains(ABOUT));
    }

    private String factsOf(Task task) {
        return night.asNobody(() -> (String) tasks.getVariable(task.getId(), "decisionFacts"));
    }

    /** Whether the open decision is offered to the person. */
    boolean isAsked(String person) {
        String decision = decision().getId();
        return night.asNobody(() -> tasks.createTaskQuery()
                        .taskId(decision)
                        .taskCandidateUser(person)
                        .count())
                > 0;
    }

    void applies(String person) {
        night.claimAndComplete(
                person,
                number,
                DowngradeModel.APPLY,
                entered("applyResult", "applied", "applyNote", "02:20 規則12番を変更、疎通を確認"));
    }

    void restores(String person) {
        night.claimAndComplete(person, number, InForceModel.RESTORE, entered("restoreNote", "規則12番を元に戻した"));
    }

    void verifies(String person, String isBack) {
        night.claimAndComplete(
                person,
                number,
                InForceModel.VERIFY,
                entered("restorationVerified", isBack, "restorationFindings", "設定の一覧と見比べた"));
    }

    void asksLonger(String person, long downgrade, Duration until) {
        city.starts(
                person,
                ExtensionModel.PROCESS,
                entered(
                        "activationNumber",
                        number,
                        "extendedDowngrade",
                        "第%d号".formatted(downgrade),
                        "extendedUntil",
                        in(until),
                        "extensionReason",
                        "代替機の納入が遅れる"));
    }

    /** A firewall rule in force: asked by joho1, approved by the head, applied by joho2. */
    Downgrade inForce(String... others) {
        asks("joho1", others);
        decides("ict-bucho", "approve");
        applies("joho2");
        return newest();
    }
}
