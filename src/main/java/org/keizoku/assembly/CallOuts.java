package org.keizoku.assembly;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import org.keizoku.activation.ActivationNumber;
import org.keizoku.notice.LinkId;
import org.keizoku.plan.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whom each activation has called. */
@Component
class CallOuts {

    private final JdbcClient jdbc;

    CallOuts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<CallOut> find(ActivationNumber activation, PersonId person) {
        return jdbc.sql("select * from call_out where activation_number = :activation and person_id = :person")
                .param("activation", activation.value())
                .param("person", person.value())
                .query(CallOuts::callOut)
                .optional();
    }

    /** Holds other answers of the person off until this transaction ends; false where the person was never called. */
    boolean hold(ActivationNumber activation, PersonId person) {
        return jdbc.sql(
                        "select 1 from call_out where activation_number = :activation and person_id = :person for update")
                .param("activation", activation.value())
                .param("person", person.value())
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    List<CallOut> of(ActivationNumber activation) {
        return jdbc.sql("select * from call_out where activation_number = :activation order by called_at, person_id")
                .param("activation", activation.value())
                .query(CallOuts::callOut)
                .list();
    }

    void add(CallOut callOut) {
        jdbc.sql(
                        """
                        insert into call_out (activation_number, person_id, attendance, called_at, link_id, subject, text)
                        values (:activation, :person, :attendance, :at, :link, :subject, :text)
                        on conflict (activation_number, person_id) do nothing
                        """)
                .param("activation", callOut.activation().value())
                .param("person", callOut.person().value())
                .param("attendance", callOut.attendance().name())
                .param("at", Timestamp.from(callOut.calledAt()))
                .param("link", callOut.link().value())
                .param("subject", callOut.subject())
                .param("text", callOut.text())
                .update();
    }

    private static CallOut callOut(ResultSet row, int n) throws SQLException {
        return new CallOut(
                new ActivationNumber(row.getString("activation_number")),
                new PersonId(row.getString("person_id")),
                Attendance.valueOf(row.getString("attendance")),
                row.getTimestamp("called_at").toInstant(),
                new LinkId(row.getLong("link_id")),
                row.getString("subject"),
                row.getString("text"));
    }
}
