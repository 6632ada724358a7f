package org.keizoku.activation;

import java.util.HashMap;
import java.util.Map;
import org.keizoku.plan.PersonId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Who cannot be waited for in an activation, from all features that know of somebody. */
@Component
public class AbsentPeople {

    private final ObjectProvider<Absences> known;

    AbsentPeople(ObjectProvider<Absences> known) {
        this.known = known;
    }

    /** Who is absent now, and how that is known. */
    public Map<PersonId, String> of(ActivationNumber activation) {
        Map<PersonId, String> all = new HashMap<>();
        known.orderedStream().forEach(source -> source.of(activation).forEach(all::putIfAbsent));
        return all;
    }
}
