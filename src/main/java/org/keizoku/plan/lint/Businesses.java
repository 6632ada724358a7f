package org.keizoku.plan.lint;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.keizoku.plan.Plan;
import org.keizoku.plan.PrioritySystem;
import org.keizoku.plan.PrioritySystem.Business;
import org.keizoku.plan.PrioritySystem.Target;
import org.keizoku.plan.SystemId;
import org.keizoku.plan.lint.PlanRule.Broken;
import org.keizoku.platform.JapanTime;

/**
 * A system's target recovery time follows from the operations it serves: the operation's own and how long it can go on without the
 * system (NSC-53-03); the shortest counts (NSC-A1-02). It may be shorter only where a system that depends on it needs that.
 */
final class Businesses {

    private static final Duration LONGEST = ChronoUnit.FOREVER.getDuration();

    private Businesses() {}

    static Stream<Broken> notFollowed(Plan plan) {
        Map<SystemId, List<PrioritySystem>> needing = new HashMap<>();
        plan.systems().forEach(system -> system.dependsOn()
                .forEach(needed -> needing.computeIfAbsent(needed, first -> new ArrayList<>())
                        .add(system)));
        return Entry.of("systems", plan.systems())
                .filter(system -> !system.it().businesses().isEmpty())
                .flatMap(system ->
                        notFollowed(system, needing.getOrDefault(system.it().id(), List.of())));
    }

    private static Stream<Broken> notFollowed(Entry<PrioritySystem> system, List<PrioritySystem> needing) {
        Business strictest = system.it().businesses().stream()
                .min(Comparator.comparing(Businesses::allowed))
                .orElseThrow();
        Duration allowed = allowed(strictest);
        return Entry.of(system.at("targets"), system.it().targets())
                .filter(target -> {
                    int difference = target.it().rto().compareTo(allowed);
                    return difference > 0 || difference < 0 && !isNeededBefore(allowed, target.it(), needing);
                })
                .map(target -> broken(system.it(), target, strictest));
    }

    private static boolean isNeededBefore(Duration allowed, Target target, List<PrioritySystem> needing) {
        return needing.stream()
                .flatMap(system -> system.targets().stream())
                .filter(other -> other.event() == null || target.event() == null || other.event() == target.event())
                .anyMatch(other -> other.rto().compareTo(allowed) < 0);
    }

    private static Broken broken(PrioritySystem system, Entry<Target> target, Business strictest) {
        return new Broken(
                target.at("rto"),
                "「%s」のRTO(%s)が、業務「%s」から求まる%s(業務のRTO %s + 代替手段 %s)と違います"
                        .formatted(
                                system.name(),
                                JapanTime.span(target.it().rto()),
                                strictest.name(),
                                JapanTime.span(allowed(strictest)),
                                JapanTime.span(strictest.rto()),
                                JapanTime.span(without(strictest))),
                "RTOを業務から求まる時間にするか、業務のRTOと代替手段で続けられる時間を見直してください");
    }

    /** Never beyond what a duration can hold. */
    private static Duration allowed(Business business) {
        Duration without = without(business);
        return business.rto().compareTo(LONGEST.minus(without)) > 0
                ? LONGEST
                : business.rto().plus(without);
    }

    private static Duration without(Business business) {
        return business.withoutSystem() == null ? Duration.ZERO : business.withoutSystem();
    }
}
