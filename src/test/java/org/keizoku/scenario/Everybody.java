package org.keizoku.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.keizoku.scenario.Entered.entered;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.task.Task;
import org.keizoku.activation.ActivationModel;
import org.keizoku.activation.ActivationNumber;
import org.keizoku.activation.Activations;
import org.keizoku.approval.DecisionModel;
import org.keizoku.approval.RatificationModel;
import org.keizoku.assembly.AssemblyModel;
import org.keizoku.engine.Hands;
import org.keizoku.plan.Plan;
import org.keizoku.recovery.ContinuityModel;
import org.keizoku.recovery.InitialResponseModel;
import org.keizoku.recovery.SystemRecoveryModel;
import org.keizoku.recovery.VendorRequestModel;
import org.keizoku.report.ReportModel;
import org.keizoku.report.ReviewModel;
import org.keizoku.testing.Night;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Lazy;

/** The people of any plan: whoever a task is offered to first does it, in the plainest way. */
@TestComponent
@Lazy
public class Everybody {

    private static final Duration LONGEST = Duration.ofDays(4);
    private static final Duration LOOK = Duration.ofMinutes(10);

    /** What each decision is, where its first option is not meant. */
    private static final Map<String, String> OUTCOMES = Map.of(
            "set-up-structure", "set-up",
            "take-command", "survey",
            "start-continuity", "start",
            "recovery-policy", "approve",
            "dissolve-structure", "dissolve");

    private final Night night;
    private final City city;
    private final TaskService tasks;
    private final IdentityService identity;
    private final Activations activations;
    private final Hands hands;

    Everybody(
            Night night, City city, TaskService tasks, IdentityService identity, Activations activations, Hands hands) {
        this.night = night;
        this.city = city;
        this.tasks = tasks;
        this.identity = identity;
        this.activations = activations;
        this.hands = hands;
    }

    /** Does what is offered until the activation is closed; these systems are found damaged. Returns the steps in their order. */
    public List<String> worksUntilClosed(String number, List<String> damagedSystems) {
        return worksUntilClosed(number, damagedSystems, task -> {});
    }

    /** The same, with a look at each task before it is done. */
    public List<String> worksUntilClosed(String number, List<String> damagedSystems, Consumer<Task> look) {
        return worksUntilClosedAlsoTyping(number, damagedSystems, task -> {
            look.accept(task);
            return Map.of();
        });
    }

    /** The same, and for each task what else is typed on its form. */
    public List<String> worksUntilClosedAlsoTyping(
            String number, List<String> damagedSystems, Function<Task, Map<String, Object>> typed) {
        List<String> done = works(number, damagedSystems, "", typed);
        assertThat(activations.get(new ActivationNumber(number)).isOpen()).isFalse();
        return done;
    }

    /** The same until a task of this step is open; it is left alone. */
    public Task worksUntil(String step, String number, List<String> damagedSystems) {
        worksUntilOpen(step, number, damagedSystems);
        return night.task(number, step);
    }

    /** The same where several of this step may be open. */
    public void worksUntilOpen(String step, String number, List<String> damagedSystems) {
        works(number, damagedSystems, step, task -> Map.of());
    }

    private List<String> works(
            String number, List<String> damagedSystems, String until, Function<Task, Map<String, Object>> typed) {
        var activation = new ActivationNumber(number);
        List<String> done = new ArrayList<>();
        for (var waited = Duration.ZERO; activations.get(activation).isOpen(); ) {
            List<Task> open = open(number);
            if (open.stream().anyMatch(task -> task.getTaskDefinitionKey().equals(until))) {
                break;
            }
            if (open.isEmpty()) {
                assertThat(waited)
                        .as("waiting for a task; done so far: %s", done)
                        .isLessThan(LONGEST);
                night.passes(LOOK);
                waited = waited.plus(LOOK);
            } else {
                Task next = open.get(0);
                Map<String, Object> values = new LinkedHashMap<>(values(next, number, damagedSystems));
                values.putAll(typed.apply(next));
                night.claimAndComplete(firstWhoMay(next), next, values);
                done.add(next.getTaskDefinitionKey());
            }
        }
        return done;
    }

    /** The first person, by the groups of the task in their order, to whom the task is offered and who had no other hand in its matter. */
    public String firstWhoMay(Task task) {
        return night.asNobody(() -> tasks.getIdentityLinksForTask(task.getId()).stream()
                .filter(link -> link.getGroupId() != null)
                .flatMap(link ->
                        identity
                                .createUserQuery()
                                .memberOfGroup(link.getGroupId())
                                .orderByUserId()
                                .asc()
                                .list()
                                .stream())
                .map(User::getId)
                .filter(person -> hands.mayHave(task.getId(), person))
                .findFirst()
                .orElseThrow(() -> new AssertionError("nobody may do " + task.getName())));
    }

    private List<Task> open(String number) {
        return night.asNobody(() -> tasks.createTaskQuery()
                .processInstanceBusinessKey(number)
                .orderByTaskCreateTime()
                .asc()
                .orderByTaskId()
                .asc()
                .list());
    }

    private Map<String, Object> values(Task task, String number, List<String> damagedSystems) {
        Plan plan = activations.planOf(new ActivationNumber(number));
        return switch (task.getTaskDefinitionKey()) {
            case DecisionModel.DECIDE -> {
                String decision = night.asNobody(() -> (String) tasks.getVariable(task.getId(), "decisionId"));
                yield entered(
                        "decisionOutcome",
                        OUTCOMES.getOrDefault(decision, plan.bases().get(0).id()),
                        "decisionReason",
                        "計画のとおり");
            }
            case AssemblyModel.CONFIRM_ASSEMBLY -> entered("assemblyReport", "参集の状況を確認");
            case AssemblyModel.PHONE_SILENT -> entered("phoneResult", "電話で確認");
            case InitialResponseModel.SURVEY_SITE ->
                entered("siteUsable", "usable", "siteEntry", "yes", "sitePower", "usable", "siteNetwork", "usable");
            case InitialResponseModel.DAMAGE_SHEET ->
                entered("damagePlace", "庁舎", "damageAt", "2026-01-16T02:20+09:00");
            case ContinuityModel.SURVEY_SYSTEMS -> Map.of("affectedSystems", city.json(damagedSystems));
            case ContinuityModel.PROPOSE_POLICY -> entered("recoveryPolicy", "優先順に復旧");
            case SystemRecoveryModel.FIRST_AID -> entered("damageFound", "停止", "substituteUsed", "yes");
            case SystemRecoveryModel.ESTIMATE ->
                entered("estimatedAt", night.now().plus(Duration.ofHours(1)).toString(), "vendorNeeded", "no");
            case VendorRequestModel.ASK_VENDOR -> entered("vendorAnswer", "arrived", "vendorAnswerNotes", "遠隔で対応中");
            case VendorRequestModel.VENDOR_RESULT -> entered("vendorResult", "done", "vendorWork", "復旧を確認");
            case SystemRecoveryModel.RECOVER -> entered("workLevel", "full", "workDone", "再起動した");
            case SystemRecoveryModel.VERIFY -> entered("verifiedLevel", "full");
            case ReportModel.SIGN_REPORT -> entered("reportRemarks", "");
            case RatificationModel.RATIFY -> entered("ratification", "ratify");
            case ActivationModel.RETURN_TO_NORMAL -> entered("allNormal", "yes", "remainingWork", "なし");
            case ReviewModel.REVIEW_RECORD -> entered("reviewFindings", "なし", "reviewImprovements", "なし");
            default -> throw new AssertionError("nobody knows how to do " + task.getTaskDefinitionKey());
        };
    }
}
