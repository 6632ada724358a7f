package org.keizoku.assembly;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.keizoku.plan.PersonId;

/**
 * What a person has answered so far, all in one.
 *
 * @param safety null where not answered yet
 * @param coming null where not answered yet
 * @param by the person themselves, or who took the answer by telephone
 */
public record Answer(
        PersonId person, Safety safety, Coming coming, Instant arrivesAt, String place, PersonId by, Instant at) {

    /** This answer with what the reply says anew. */
    static Answer after(Optional<Answer> before, PersonId person, Reply reply, PersonId by, Instant at) {
        Safety safety = reply.safety() != null
                ? reply.safety()
                : before.map(Answer::safety).orElse(null);
        if (reply.coming() == null && before.isPresent()) {
            Answer former = before.get();
            return new Answer(person, safety, former.coming, former.arrivesAt, former.place, by, at);
        }
        return new Answer(person, safety, reply.coming(), reply.arrivesAt(), reply.place(), by, at);
    }

    boolean saysTheSameAs(Answer other) {
        return safety == other.safety
                && coming == other.coming
                && Objects.equals(arrivesAt, other.arrivesAt)
                && Objects.equals(place, other.place);
    }

    boolean byTelephone() {
        return !by.equals(person);
    }

    static Answer from(ResultSet row, int n) throws SQLException {
        String safety = row.getString("safety");
        String coming = row.getString("coming");
        Timestamp arrives = row.getTimestamp("arrives_at");
        return new Answer(
                new PersonId(row.getString("person_id")),
                safety == null ? null : Safety.valueOf(safety),
                coming == null ? null : Coming.valueOf(coming),
                arrives == null ? null : arrives.toInstant(),
                row.getString("place"),
                new PersonId(row.getString("answered_by")),
                row.getTimestamp("answered_at").toInstant());
    }
}
