package org.keizoku.plan.lint;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.keizoku.plan.EventType;
import org.keizoku.plan.PrioritySystem;
import org.keizoku.plan.PrioritySystem.Target;

/** Which of a system's targets counts for which event; none for an event that the plan has no target for. */
record Objectives(PrioritySystem system, Map<EventType, Integer> numbers) {

    static Objectives of(PrioritySystem system) {
        Map<EventType, Integer> numbers = new EnumMap<>(EventType.class);
        for (EventType event : EventType.values()) {
            Target target = system.targetFor(event.code());
            if (target.event() == null || target.event() == event) {
                numbers.put(event, system.targets().indexOf(target));
            }
        }
        return new Objectives(system, numbers);
    }

    Optional<Duration> rto(EventType event) {
        return Optional.ofNullable(numbers.get(event))
                .map(number -> system.targets().get(number).rto());
    }

    /** The place of the event's target among the system's targets. */
    int number(EventType event) {
        return numbers.get(event);
    }
}
