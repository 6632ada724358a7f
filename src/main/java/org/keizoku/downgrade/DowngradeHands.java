package org.keizoku.downgrade;

import java.util.Set;
import java.util.stream.Collectors;
import org.keizoku.engine.Hands;
import org.keizoku.engine.Matter;
import org.keizoku.engine.Side;
import org.keizoku.plan.PersonId;
import org.springframework.stereotype.Component;

/** Who has a hand in which downgrade: one matter from the request over its extensions to the verified end. */
@Component
class DowngradeHands {

    private final Hands hands;

    DowngradeHands(Hands hands) {
        this.hands = hands;
    }

    /** Who has acted by now. */
    Matter of(long number) {
        return hands.of(matter(number));
    }

    Set<PersonId> persons(long number) {
        return of(number).hands().keySet().stream().map(PersonId::new).collect(Collectors.toSet());
    }

    /** Who may not approve it, because they acted on another side. */
    Set<PersonId> cannotApprove(long number) {
        return of(number).barred(Side.APPROVER).stream().map(PersonId::new).collect(Collectors.toSet());
    }

    /**
     * Puts on record that the person acted; a {@link org.keizoku.engine.Refused} where they acted on another side. A task's own record
     * says the same: this holds for whatever model brought the person here.
     */
    void acts(long number, PersonId person, Side side) {
        hands.acts(matter(number), person.value(), side);
    }

    /** The process is about this downgrade: its tasks, and those of the processes it hands its matter to, know who has acted. */
    void carriedOnBy(String processInstance, long number) {
        hands.carriesOn(processInstance, matter(number));
    }

    private static String matter(long number) {
        return "downgrade/" + number;
    }
}
