package org.keizoku.activation;

import java.util.Optional;
import org.keizoku.engine.Refused;
import org.keizoku.engine.TaskGuard;
import org.keizoku.plan.PersonId;
import org.springframework.stereotype.Component;

/** Nobody hands a task to a person who is absent: it would wait for them unseen. They may take it themselves. */
@Component
class AbsentAreSpared implements TaskGuard {

    private final AbsentPeople absent;

    AbsentAreSpared(AbsentPeople absent) {
        this.absent = absent;
    }

    @Override
    public void mayHave(Assignment assignment) {
        if (assignment.isHandedOver()) {
            Optional.ofNullable(assignment.activation())
                    .flatMap(ActivationNumber::of)
                    .map(number -> absent.of(number).get(new PersonId(assignment.person())))
                    .ifPresent(why -> {
                        throw new Refused("その職員は不在のため、タスクを渡せません: " + why);
                    });
        }
    }
}
