package org.keizoku.audit.replay;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.keizoku.approval.DecisionModel;
import org.keizoku.audit.Names;
import org.keizoku.audit.replay.Change.Value;
import org.keizoku.audit.replay.Change.Variable;
import org.keizoku.audit.replay.SceneShown.CalledShown;
import org.keizoku.audit.replay.SceneShown.EntryShown;
import org.keizoku.audit.replay.SceneShown.NoticeShown;
import org.keizoku.audit.replay.SceneShown.RunShown;
import org.keizoku.audit.replay.SceneShown.StepShown;
import org.keizoku.audit.replay.SceneShown.TaskShown;
import org.keizoku.audit.replay.SceneShown.TokenShown;
import org.keizoku.audit.replay.SceneShown.VariableShown;
import org.keizoku.platform.JapanTime;
import org.keizoku.recovery.SystemRecoveryModel;

/** Puts a scene into the words of the page: names for persons, times of Japan, what is new against the scene before. */
final class SceneInWords {

    private static final Set<String> TELLING_APART =
            Set.of(SystemRecoveryModel.SYSTEM_NAME.name(), DecisionModel.TITLE.name());

    private final Replay replay;
    private final Names names;
    private final UnaryOperator<String> kinds;

    /**
     * @param kinds what people call an entry's kind
     */
    SceneInWords(Replay replay, Names names, UnaryOperator<String> kinds) {
        this.replay = replay;
        this.names = names;
        this.kinds = kinds;
    }

    /** How the run stood at the end of the second, and what happened in it. */
    SceneShown of(long second, Run run) {
        Scene scene = replay.at(second);
        var earlier = replay.seconds().headSet(second);
        Map<Variable, Value> before =
                earlier.isEmpty() ? Map.of() : replay.at(earlier.last()).variablesOf(run.id());
        return new SceneShown(
                second,
                JapanTime.exact(Instant.ofEpochSecond(second)),
                replay.path(run).stream().map(step -> shown(step, scene)).toList(),
                run.definition(),
                state(run, scene.moment()),
                scene.tokensOf(run.id()).stream()
                        .filter(token -> isDrawn(token.step()))
                        .map(token -> token(token, scene))
                        .toList(),
                scene.passedOf(run.id()).entrySet().stream()
                        .filter(step -> isDrawn(step.getKey()))
                        .map(step -> new StepShown(
                                step.getKey(),
                                step.getValue().done(),
                                step.getValue().withdrawn(),
                                step.getValue().late()))
                        .toList(),
                replay.below(run, scene.moment()).stream()
                        .map(called -> new CalledShown(
                                replay.callingStep(called).orElse(""),
                                shown(called, scene),
                                state(called, scene.moment())))
                        .toList(),
                variables(scene.variablesOf(run.id()), before, scene),
                open(scene),
                replay.recorded().stream()
                        .filter(entry -> entry.at().getEpochSecond() == second)
                        .map(this::entry)
                        .toList(),
                replay.attempts().stream()
                        .filter(attempt -> attempt.at().getEpochSecond() == second)
                        .map(attempt -> new NoticeShown(
                                names.person(attempt.person().value()),
                                attempt.subject(),
                                attempt.way(),
                                attempt.state(),
                                attempt.notReached()))
                        .toList());
    }

    /** The engine has a step of its own around one that runs for several. */
    private static boolean isDrawn(String step) {
        return !step.contains("#");
    }

    private TokenShown token(Token token, Scene scene) {
        return new TokenShown(
                token.step(),
                token.name(),
                JapanTime.exact(token.since()),
                token.task() == null
                        ? null
                        : scene.holder(token).map(names::person).orElse(""),
                JapanTime.exact(token.dueAt()),
                lateness(token, scene.moment()));
    }

    private List<TaskShown> open(Scene scene) {
        return scene.tokens().stream()
                .filter(token -> token.task() != null)
                .sorted(Comparator.comparing(Token::dueAt, Comparator.nullsLast(Comparator.naturalOrder()))
                        .thenComparing(Token::since))
                .flatMap(token -> replay.run(token.run()).stream()
                        .map(run -> new TaskShown(
                                shown(run, scene),
                                token.name(),
                                scene.holder(token).map(names::person).orElse(""),
                                lateness(token, scene.moment()))))
                .toList();
    }

    private List<VariableShown> variables(Map<Variable, Value> now, Map<Variable, Value> before, Scene scene) {
        Set<Variable> all = new LinkedHashSet<>(now.keySet());
        all.addAll(before.keySet());
        List<VariableShown> shown = new ArrayList<>();
        for (Variable variable : all) {
            Value value = now.get(variable);
            Value former = before.get(variable);
            shown.add(new VariableShown(
                    variable.name(),
                    step(variable, scene),
                    value == null ? null : value.shown(),
                    former == null ? null : former.shown(),
                    former == null ? "new" : value == null ? "gone" : value.equals(former) ? "same" : "changed"));
        }
        shown.sort(Comparator.comparing(VariableShown::name));
        return shown;
    }

    /** The step to which a variable belongs, empty for one of the whole run. */
    private static String step(Variable variable, Scene scene) {
        return scene.tokens().stream()
                .filter(token -> token.id().equals(variable.scope()))
                .map(Token::name)
                .findFirst()
                .orElse("");
    }

    private EntryShown entry(Recorded entry) {
        return new EntryShown(
                entry.id(), kinds.apply(entry.kind()), names.sentence(entry.actor(), entry.capacity(), entry.told()));
    }

    private static String state(Run run, Instant moment) {
        if (run.startedAt().isAfter(moment)) {
            return "開始前";
        }
        return run.endedAt() == null || run.endedAt().isAfter(moment) ? "進行中" : "終了";
    }

    private static String lateness(Token token, Instant moment) {
        return token.isOverdueAt(moment) ? "期限超過 " + JapanTime.span(Duration.between(token.dueAt(), moment)) : "";
    }

    /** With what tells it apart from other runs of the same procedure. */
    private static RunShown shown(Run run, Scene scene) {
        return scene.variablesOf(run.id()).entrySet().stream()
                .filter(variable -> TELLING_APART.contains(variable.getKey().name()))
                .map(variable -> variable.getValue().shown())
                .findFirst()
                .map(what -> new RunShown(run.id(), "%s: %s".formatted(run.name(), what)))
                .orElse(new RunShown(run.id(), run.name()));
    }
}
