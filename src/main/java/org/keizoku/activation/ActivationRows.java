package org.keizoku.activation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of activations. */
@Repository
class ActivationRows {

    private static final TypeReference<Map<String, Object>> FACTS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    ActivationRows(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** The next number of the year, real or drill; the year's row stays locked until the transaction ends. */
    ActivationNumber nextNumber(int year, boolean drill) {
        int next = jdbc.sql(
                        """
                        insert into activation_year as y (year, drill, last_number) values (?, ?, 1)
                        on conflict (year, drill) do update set last_number = y.last_number + 1 returning last_number""")
                .params(year, drill)
                .query(Integer.class)
                .single();
        return ActivationNumber.of(year, next, drill);
    }

    void insert(Activation activation, String planId) {
        jdbc.sql(
                        """
                        insert into activation (number, event_type, facts, occurred_at, opened_at, opened_by, state, plan_id, plan_version)
                        values (?, ?, ?::jsonb, ?, ?, ?, ?, ?, ?)""")
                .params(
                        activation.number().value(),
                        activation.eventType(),
                        written(activation.facts()),
                        Timestamp.from(activation.occurredAt()),
                        Timestamp.from(activation.openedAt()),
                        activation.openedBy(),
                        activation.state().name(),
                        planId,
                        activation.planVersion())
                .update();
    }

    void regime(ActivationNumber number, String regime) {
        jdbc.sql("update activation set regime = ? where number = ?")
                .params(regime, number.value())
                .update();
    }

    void event(ActivationNumber number, ReportedEvent event) {
        jdbc.sql("update activation set facts = ?::jsonb where number = ?")
                .params(written(facts(event)), number.value())
                .update();
    }

    void end(ActivationNumber number, Activation.State state, Instant at) {
        jdbc.sql("update activation set state = ?, closed_at = ? where number = ?")
                .params(state.name(), Timestamp.from(at), number.value())
                .update();
    }

    Optional<Activation> find(ActivationNumber number) {
        return jdbc.sql("select * from activation where number = ?")
                .param(number.value())
                .query(this::read)
                .optional();
    }

    Optional<Activation> openFor(ReportedEvent event, boolean drill) {
        return jdbc.sql(
                        "select * from activation where state = 'OPEN' and drill = ? and event_type = ? and occurred_at = ?")
                .params(drill, event.type().code(), Timestamp.from(event.occurredAt()))
                .query(this::read)
                .optional();
    }

    List<Activation> all() {
        return jdbc.sql("select * from activation order by opened_at desc, number desc")
                .query(this::read)
                .list();
    }

    static Map<String, Object> facts(ReportedEvent event) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put(
                "intensity",
                event.intensity() == null ? null : event.intensity().code());
        facts.put("typhoon", event.typhoon() == null ? null : event.typhoon().code());
        facts.put("headquartersSetUp", event.headquartersSetUp());
        facts.put("graveDamage", event.graveDamage());
        facts.put("situation", event.situation());
        return facts;
    }

    private Activation read(ResultSet row, int n) throws SQLException {
        Timestamp closed = row.getTimestamp("closed_at");
        return new Activation(
                new ActivationNumber(row.getString("number")),
                row.getString("event_type"),
                parsed(row.getString("facts")),
                row.getTimestamp("occurred_at").toInstant(),
                row.getTimestamp("opened_at").toInstant(),
                row.getString("opened_by"),
                row.getString("regime"),
                Activation.State.valueOf(row.getString("state")),
                closed == null ? null : closed.toInstant(),
                row.getLong("plan_version"));
    }

    private String written(Map<String, Object> facts) {
        try {
            return json.writeValueAsString(facts);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Map<String, Object> parsed(String facts) {
        try {
            return json.readValue(facts, FACTS);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
