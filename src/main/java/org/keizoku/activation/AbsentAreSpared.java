package org.keizoku.activation;

import java.util.Optional;
import java.util.Set;
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
    public void mayHave(
            String activation,
            String taskId,
            String step,
            String person,
            Set<String> candidates,
            Optional<String> actor) {
        boolean isHandedOver = actor.filter(by -> !by.equals(person)).isPresent();
        if (isHandedOver) {
            Optional.ofNullable(activation)
                    .flatMap(ActivationNumber::of)
                    .map(number -> absent.of(number).get(new PersonId(person)))
                    .ifPresent(why -> {
                        throw new Refused("その職員は不在のため、タスクを渡せません: " + why);
                    });
        }
    }

    @Override
    public void mayTakeBack(String holder, Optional<String> actor) {
        // Whoever is absent need not keep what they hold.
    }
}
