package org.keizoku.audit.replay;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.keizoku.audit.replay.Change.Value;
import org.keizoku.audit.replay.Change.Variable;

/** How an activation stood at one moment: a fold over its changes up to then, which asks nothing and nobody. */
final class Scene {

    private final Map<String, Token> tokens = new LinkedHashMap<>();
    private final Map<String, String> holders = new LinkedHashMap<>();
    /** By their run: a scene is asked for one run, and an activation has hundreds. */
    private final Map<String, Map<Variable, Value>> variables = new HashMap<>();
    /** Those that go with a step, by the id of its token. */
    private final Map<String, List<Variable>> ofStep = new HashMap<>();

    private final Map<Step, Passed> passed = new LinkedHashMap<>();
    private final Instant moment;

    private Scene(Instant moment) {
        this.moment = moment;
    }

    /** After everything that happened until the moment, this included; the changes are in their order. */
    static Scene at(Instant moment, List<Change> changes) {
        var scene = new Scene(moment);
        for (Change change : changes) {
            if (change.at().isAfter(moment)) {
                break;
            }
            change.applyTo(scene);
        }
        return scene;
    }

    Instant moment() {
        return moment;
    }

    Collection<Token> tokens() {
        return Collections.unmodifiableCollection(tokens.values());
    }

    List<Token> tokensOf(String run) {
        return tokens.values().stream().filter(token -> token.run().equals(run)).toList();
    }

    /** Who has the task of this token. */
    Optional<String> holder(Token token) {
        return Optional.ofNullable(holders.get(token.task()));
    }

    /** What the run's variables held; those of a step that is over are gone with it. */
    Map<Variable, Value> variablesOf(String run) {
        return Collections.unmodifiableMap(variables.getOrDefault(run, Map.of()));
    }

    /** The steps that tokens of the run have left, by their ids in the model. */
    Map<String, Passed> passedOf(String run) {
        return passed.entrySet().stream()
                .filter(step -> step.getKey().run().equals(run))
                .collect(Collectors.toMap(step -> step.getKey().id(), Map.Entry::getValue));
    }

    void arrived(Token token) {
        tokens.put(token.id(), token);
    }

    void held(String task, String person) {
        if (person == null) {
            holders.remove(task);
        } else {
            holders.put(task, person);
        }
    }

    void noted(Variable variable, Value value) {
        var ofRun = variables.computeIfAbsent(variable.run(), run -> new LinkedHashMap<>());
        if (value == null) {
            ofRun.remove(variable);
        } else if (ofRun.put(variable, value) == null && !variable.scope().equals(variable.run())) {
            ofStep.computeIfAbsent(variable.scope(), step -> new ArrayList<>()).add(variable);
        }
    }

    void left(String id, Instant at, boolean withdrawn) {
        Token token = tokens.remove(id);
        if (token == null) {
            return;
        }
        holders.remove(token.task());
        Optional.ofNullable(ofStep.remove(id))
                .ifPresent(gone ->
                        gone.forEach(variable -> variables.get(variable.run()).remove(variable)));
        passed.merge(
                new Step(token.run(), token.step()),
                new Passed(withdrawn ? 0 : 1, withdrawn ? 1 : 0, token.isOverdueAt(at) ? 1 : 0),
                Passed::and);
    }

    private record Step(String run, String id) {}

    /** How often a step was done, how often it was withdrawn, and how often it ended only after it was due. */
    record Passed(int done, int withdrawn, int late) {

        Passed and(Passed more) {
            return new Passed(done + more.done, withdrawn + more.withdrawn, late + more.late);
        }
    }
}
