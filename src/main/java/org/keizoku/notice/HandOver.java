package org.keizoku.notice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.keizoku.activation.ActivationNumber;
import org.keizoku.people.contact.ContactChannel;
import org.keizoku.plan.PersonId;

/**
 * A notice that this node has taken in hand for a while: either to send it, or to find out what became of it.
 *
 * @param activation the activation's number, null where it is about none
 * @param position which of the person's addresses of that channel, from 0
 * @param riders the other notices to the same person that the same message carries, in the order in which it tells them
 */
record HandOver(
        long notice,
        String activation,
        PersonId person,
        ContactChannel channel,
        int position,
        Urgency urgency,
        String subject,
        String text,
        Optional<LinkId> link,
        NoticeState state,
        Instant plannedAt,
        int attempt,
        Optional<String> messageId,
        List<HandOver> riders) {

    static HandOver from(ResultSet row, int n) throws SQLException {
        long link = row.getLong("link_id");
        return new HandOver(
                row.getLong("id"),
                row.getString("activation_number"),
                new PersonId(row.getString("person_id")),
                ContactChannel.valueOf(row.getString("channel")),
                row.getInt("position"),
                Urgency.valueOf(row.getString("urgency")),
                row.getString("subject"),
                row.getString("text"),
                link == 0 ? Optional.empty() : Optional.of(new LinkId(link)),
                NoticeState.valueOf(row.getString("state")),
                row.getTimestamp("planned_at").toInstant(),
                row.getInt("attempts"),
                Optional.ofNullable(row.getString("message_id")),
                List.of());
    }

    /** The activation's number, null where it is about none. */
    ActivationNumber number() {
        return activation == null ? null : new ActivationNumber(activation);
    }

    HandOver with(List<HandOver> others) {
        return new HandOver(
                notice,
                activation,
                person,
                channel,
                position,
                urgency,
                subject,
                text,
                link,
                state,
                plannedAt,
                attempt,
                messageId,
                others);
    }

    /** Itself and what rides with it: all that the message tells. */
    List<HandOver> whole() {
        return Stream.concat(Stream.of(this), riders.stream()).toList();
    }

    @Override
    public String toString() {
        return "HandOver[notice %d, attempt %d]".formatted(notice, attempt);
    }
}
