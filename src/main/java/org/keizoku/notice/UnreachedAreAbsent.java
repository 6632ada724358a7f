package org.keizoku.notice;

import java.util.Map;
import java.util.stream.Collectors;
import org.keizoku.activation.AbsenceKnown;
import org.keizoku.activation.Absences;
import org.keizoku.activation.ActivationNumber;
import org.keizoku.plan.PersonId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Whom no way reaches cannot be waited for, until an answer or a delivery shows otherwise. */
@Component
@Order(3)
class UnreachedAreAbsent implements Absences {

    private final UnreachedPeople unreached;
    private final ApplicationEventPublisher events;

    UnreachedAreAbsent(UnreachedPeople unreached, ApplicationEventPublisher events) {
        this.unreached = unreached;
        this.events = events;
    }

    @Override
    public Map<PersonId, String> of(ActivationNumber activation) {
        return unreached.of(activation).stream()
                .collect(Collectors.toMap(
                        Unreached::person, person -> "連絡が届かない(%s)".formatted(person.why()), (one, other) -> one));
    }

    @EventListener
    void on(UnreachedFound found) {
        events.publishEvent(new AbsenceKnown(found.activation()));
    }
}
