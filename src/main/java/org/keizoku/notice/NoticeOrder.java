package org.keizoku.notice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.keizoku.activation.ActivationNumber;
import org.keizoku.plan.PersonId;

/**
 * What one person is to be told, on every channel of theirs; activation, step, round and person are its key, so that ordering it twice
 * tells it once.
 *
 * @param activation null where it is about none, for example about the plan itself
 * @param step what it is about, for example {@code call-out}, {@code decision/recovery-base}
 * @param round 0 the first time, then one more for each reminder
 * @param subject the mail's subject
 * @param text short Japanese text; the word {@code {link}} is replaced by the address at hand-over
 * @param link the signed link that stands for {@code {link}}; empty where the text has none
 */
public record NoticeOrder(
        ActivationNumber activation,
        String step,
        int round,
        PersonId to,
        Urgency urgency,
        String subject,
        String text,
        Optional<LinkId> link) {

    /** The order that a row of the table was made from. */
    static NoticeOrder from(ResultSet row) throws SQLException {
        String activation = row.getString("activation_number");
        long link = row.getLong("link_id");
        return new NoticeOrder(
                activation == null ? null : new ActivationNumber(activation),
                row.getString("step"),
                row.getInt("round"),
                new PersonId(row.getString("person_id")),
                Urgency.valueOf(row.getString("urgency")),
                row.getString("subject"),
                row.getString("text"),
                link == 0 ? Optional.empty() : Optional.of(new LinkId(link)));
    }

    /** The same in another round. */
    NoticeOrder inRound(int other) {
        return new NoticeOrder(activation, step, other, to, urgency, subject, text, link);
    }

    /** As the table has it. */
    String activationNumber() {
        return activation == null ? null : activation.value();
    }
}
