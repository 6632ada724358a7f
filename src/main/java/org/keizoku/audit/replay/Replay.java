package org.keizoku.audit.replay;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.keizoku.audit.replay.Change.Arrived;
import org.keizoku.audit.replay.Change.Left;
import org.keizoku.notice.Attempt;

/**
 * An activation from its first moment to the one at which it was read.
 *
 * @param changes in their order
 * @param readAt what happened later is not in it
 */
record Replay(List<Run> runs, List<Change> changes, List<Recorded> recorded, List<Attempt> attempts, Instant readAt) {

    /** The same, known to have stayed as it is until now. */
    Replay readAt(Instant now) {
        return new Replay(runs, changes, recorded, attempts, now);
    }

    /** How it stood at the end of this second: the record tells the time in seconds, and what happened in one is one step. */
    Scene at(long second) {
        return Scene.at(endOf(second), changes);
    }

    /** The seconds of Unix time in which something happened or a task became overdue. */
    SortedSet<Long> seconds() {
        SortedSet<Long> seconds = new TreeSet<>();
        Stream.of(
                        changes.stream().map(Change::at),
                        recorded.stream().map(Recorded::at),
                        attempts.stream().map(Attempt::at),
                        lates().stream().map(Token::dueAt))
                .flatMap(moments -> moments)
                .forEach(moment -> seconds.add(moment.getEpochSecond()));
        return seconds;
    }

    /** The tasks that were still open when they were due, the earliest due first. */
    List<Token> lates() {
        return visits().stream()
                .filter(visit -> visit.isLate(readAt))
                .map(Visit::token)
                .sorted(Comparator.comparing(Token::dueAt))
                .toList();
    }

    /** Every visit of a step, in the order in which they began. */
    List<Visit> visits() {
        Map<String, Visit> visits = new LinkedHashMap<>();
        for (Change change : changes) {
            if (change instanceof Arrived arrived) {
                visits.put(arrived.token().id(), new Visit(arrived.token(), null, false));
            } else if (change instanceof Left left) {
                visits.computeIfPresent(
                        left.token(), (id, visit) -> new Visit(visit.token(), left.at(), left.withdrawn()));
            }
        }
        return List.copyOf(visits.values());
    }

    Optional<Run> run(String id) {
        return runs.stream().filter(run -> run.id().equals(id)).findFirst();
    }

    /** The runs that stand by themselves, the oldest first. */
    List<Run> roots() {
        return runs.stream().filter(run -> run.caller() == null).toList();
    }

    /** Whether anything of it is still to end. */
    boolean isRunning() {
        return roots().stream().anyMatch(run -> run.endedAt() == null);
    }

    /** The runs that this one has called until the moment, the oldest first. */
    List<Run> below(Run run, Instant moment) {
        return runs.stream()
                .filter(called ->
                        run.id().equals(called.caller()) && !called.startedAt().isAfter(moment))
                .toList();
    }

    /** The step that called the run. */
    Optional<String> callingStep(Run called) {
        return changes.stream()
                .filter(change -> change instanceof Arrived arrived
                        && called.id().equals(arrived.token().calls()))
                .map(change -> ((Arrived) change).token().step())
                .findFirst();
    }

    /** From the run that stands by itself down to this one. */
    List<Run> path(Run run) {
        var path = new LinkedList<Run>();
        for (Optional<Run> step = Optional.of(run); step.isPresent(); step = caller(step.get())) {
            path.addFirst(step.get());
        }
        return path;
    }

    private Optional<Run> caller(Run run) {
        return run.caller() == null ? Optional.empty() : run(run.caller());
    }

    static Instant endOf(long second) {
        return Instant.ofEpochSecond(second).plusSeconds(1).minus(1, ChronoUnit.NANOS);
    }

    /**
     * A token's stay at a step.
     *
     * @param leftAt null while it is there
     * @param withdrawn whether it was taken away instead of going on
     */
    record Visit(Token token, Instant leftAt, boolean withdrawn) {

        boolean isLate(Instant now) {
            return token.isOverdueAt(leftAt == null ? now : leftAt);
        }

        boolean isDone() {
            return leftAt != null && !withdrawn;
        }
    }
}
