package org.keizoku.approval;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.keizoku.activation.AbsentPeople;
import org.keizoku.activation.ActivationNumber;
import org.keizoku.engine.Hands;
import org.keizoku.engine.Side;
import org.keizoku.plan.PersonId;
import org.springframework.stereotype.Component;

/** Who cannot be waited for in a decision: whoever acted on another side of its matter, and whoever is known to be absent. */
@Component
class Available {

    private final Hands hands;
    private final AbsentPeople absences;

    Available(Hands hands, AbsentPeople absences) {
        this.hands = hands;
        this.absences = absences;
    }

    /** Who may not decide in this matter. */
    Set<PersonId> barred(String matter) {
        return hands.of(matter).barred(Side.APPROVER).stream()
                .map(PersonId::new)
                .collect(Collectors.toSet());
    }

    /** Who is absent, and how that is known. */
    Map<PersonId, String> absent(ActivationNumber activation) {
        return absences.of(activation);
    }

    /** Both, each with why, in Japanese; the matter's other side comes before an absence. */
    Map<PersonId, String> unavailable(ActivationNumber activation, String matter) {
        Map<PersonId, String> all = new HashMap<>(absent(activation));
        barred(matter).forEach(person -> all.put(person, HigherRanks.BARRED));
        return all;
    }
}
