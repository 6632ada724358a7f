package org.keizoku.people.absence;

import java.time.Instant;
import org.keizoku.plan.PersonId;
import org.keizoku.platform.JapanTime;

/**
 * One absence as it was declared.
 *
 * @param until the first moment at which the person is back
 * @param by the person themselves, or their leader
 */
public record DeclaredAbsence(
        long id, PersonId person, AbsenceKind kind, Instant from, Instant until, PersonId by, Instant declaredAt) {

    public boolean isAt(Instant moment) {
        return !moment.isBefore(from) && moment.isBefore(until);
    }

    /** For example 休暇(1月19日 08:30まで). */
    public String told() {
        return "%s(%sまで)".formatted(kind.label(), JapanTime.plain(until));
    }
}
