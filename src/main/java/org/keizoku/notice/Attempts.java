package org.keizoku.notice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.keizoku.activation.ActivationNumber;
import org.keizoku.people.contact.ContactChannel;
import org.keizoku.plan.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Every attempt to tell somebody something; of a notice's last attempt also what was reported of it afterwards. */
@Component
public class Attempts {

    private final JdbcClient jdbc;

    Attempts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By person, then in the order of what happened. */
    public List<Attempt> of(ActivationNumber activation) {
        return jdbc.sql(
                        """
                        select n.*, a.n as attempt, a.begun_at, a.outcome, a.code, a.words from notice n
                        left join notice_attempt a on a.notice_id = n.id
                        where n.activation_number = :activation order by n.person_id, n.id, a.n
                        """)
                .param("activation", activation.value())
                .query(Attempts::attempt)
                .list();
    }

    private static Attempt attempt(ResultSet row, int n) throws SQLException {
        int attempt = row.getInt("attempt");
        boolean last = attempt == row.getInt("attempts");
        var state = NoticeState.valueOf(row.getString("state"));
        return new Attempt(
                new PersonId(row.getString("person_id")),
                row.getString("subject"),
                way(row.getString("channel"), row.getInt("position")),
                attempt,
                row.getTimestamp(attempt == 0 ? "changed_at" : "begun_at").toInstant(),
                last ? label(state, row.getString("failure")) : outcome(row.getString("outcome")),
                last && state.isNotReached(),
                last ? why(row, state) : words(row.getString("code"), row.getString("words")));
    }

    private static String way(String channel, int position) {
        return channel.equals(Notices.NO_CHANNEL)
                ? "連絡先なし"
                : ContactChannel.valueOf(channel).label(position);
    }

    private static String label(NoticeState state, String failure) {
        return "TEMPORARY".equals(failure) ? state.label() + "(一時的な障害が続いた)" : state.label();
    }

    private static String outcome(String outcome) {
        return switch (String.valueOf(outcome)) {
            case "POSTPONED" -> "一時的な失敗";
            case "null" -> NoticeState.HANDING_OVER.label();
            default -> NoticeState.valueOf(outcome).label();
        };
    }

    private static String why(ResultSet row, NoticeState state) throws SQLException {
        List<String> why = new ArrayList<>();
        Optional.ofNullable(row.getString("last_error")).ifPresent(why::add);
        if (state == NoticeState.EXPIRED) {
            why.add("期限内に配信の報告なし");
        }
        if (row.getBoolean("possibly_double")) {
            why.add("二重に届いた可能性");
        }
        if (row.getObject("bundle_id") != null) {
            why.add("通知 %d とまとめて送信".formatted(row.getLong("bundle_id")));
        }
        return String.join("、", why);
    }

    private static String words(String code, String words) {
        return (code == null ? "" : code + " " + words).trim();
    }
}
