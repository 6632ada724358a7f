package org.keizoku.notice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.keizoku.people.contact.ContactChannel;
import org.keizoku.plan.PersonId;

/**
 * A notice as it is shown: what was to be told to whom, and what became of it.
 *
 * @param channel empty where the person has no channel at all
 * @param dueAt when the next attempt is due, while there will be one
 * @param changedAt when it came into its state
 * @param possiblyDouble whether the person may have got it twice
 * @param lastError why the last attempt failed, null where none did
 */
public record NoticeView(
        long id,
        String step,
        int round,
        PersonId person,
        Optional<ContactChannel> channel,
        Urgency urgency,
        String subject,
        NoticeState state,
        Instant plannedAt,
        Instant dueAt,
        Instant changedAt,
        int attempts,
        boolean possiblyDouble,
        String lastError) {

    static NoticeView from(ResultSet row, int n) throws SQLException {
        String channel = row.getString("channel");
        return new NoticeView(
                row.getLong("id"),
                row.getString("step"),
                row.getInt("round"),
                new PersonId(row.getString("person_id")),
                channel.equals(Notices.NO_CHANNEL) ? Optional.empty() : Optional.of(ContactChannel.valueOf(channel)),
                Urgency.valueOf(row.getString("urgency")),
                row.getString("subject"),
                NoticeState.valueOf(row.getString("state")),
                row.getTimestamp("planned_at").toInstant(),
                row.getTimestamp("due_at").toInstant(),
                row.getTimestamp("changed_at").toInstant(),
                row.getInt("attempts"),
                row.getBoolean("possibly_double"),
                row.getString("last_error"));
    }
}
