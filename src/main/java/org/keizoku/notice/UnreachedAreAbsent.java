package org.keizoku.notice;

import java.util.Map;
import java.util.stream.Collectors;
import org.keizoku.activation.Absences;
import org.keizoku.activation.ActivationNumber;
import org.keizoku.plan.PersonId;
import org.springframework.stereotype.Component;

/** Whom no way reaches cannot be waited for, until an answer or a delivery shows otherwise. */
@Component
class UnreachedAreAbsent implements Absences {

    private final UnreachedPeople unreached;

    UnreachedAreAbsent(UnreachedPeople unreached) {
        this.unreached = unreached;
    }

    @Override
    public Map<PersonId, String> of(ActivationNumber activation) {
        return unreached.of(activation).stream()
                .collect(Collectors.toMap(
                        Unreached::person, person -> "連絡が届かない(%s)".formatted(person.why()), (one, other) -> one));
    }
}
