package org.keizoku.plan.lint;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keizoku.plan.EventType;
import org.keizoku.plan.Plan;
import org.keizoku.plan.PrioritySystem;
import org.keizoku.plan.SystemId;
import org.keizoku.plan.lint.PlanRule.Broken;
import org.keizoku.platform.JapanTime;

/** Systems come back in an order: first what others need. */
final class Dependencies {

    private Dependencies() {}

    static Stream<Broken> inCircles(Plan plan) {
        Map<SystemId, List<SystemId>> needs =
                plan.systems().stream().collect(Collectors.toMap(PrioritySystem::id, PrioritySystem::dependsOn));
        Set<SystemId> circling = Circles.in(needs);
        return Entry.of("systems", plan.systems())
                .filter(system -> circling.contains(system.it().id()))
                .map(system -> new Broken(
                        system.at("dependsOn"),
                        "「%s」の依存関係が循環していて、復旧の順が決まりません".formatted(system.it().name()),
                        "先に復旧するシステムのdependsOnから、後のシステムを除いてください"));
    }

    /** A target that is due before the target of something the system cannot work without. */
    static Stream<Broken> sooner(Plan plan) {
        Map<SystemId, Objectives> objectives = plan.systems().stream()
                .map(Objectives::of)
                .collect(Collectors.toMap(each -> each.system().id(), Function.identity()));
        return Entry.of("systems", plan.systems()).flatMap(system -> system.it().dependsOn().stream()
                .distinct()
                .flatMap(needed ->
                        sooner(system.path(), objectives.get(system.it().id()), objectives.get(needed))));
    }

    private static Stream<Broken> sooner(String path, Objectives system, Objectives needed) {
        return Arrays.stream(EventType.values())
                .filter(event -> system.rto(event)
                        .flatMap(own -> needed.rto(event).filter(later -> own.compareTo(later) < 0))
                        .isPresent())
                .collect(Collectors.groupingBy(system::number))
                .entrySet()
                .stream()
                .map(target -> broken(
                        "%s.targets[%d].rto".formatted(path, target.getKey()),
                        system,
                        needed,
                        target.getValue().get(0)));
    }

    private static Broken broken(String path, Objectives system, Objectives needed, EventType event) {
        Duration own = system.rto(event).orElseThrow();
        Duration later = needed.rto(event).orElseThrow();
        return new Broken(
                path,
                "「%s」のRTO(%s)が、依存する「%s」のRTO(%s、%s)より短く、守れません"
                        .formatted(
                                system.system().name(),
                                JapanTime.span(own),
                                needed.system().name(),
                                event.label(),
                                JapanTime.span(later)),
                "依存先のRTOを短くするか、このRTOを長くしてください");
    }
}
