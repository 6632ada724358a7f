package org.keizoku.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.keizoku.activation.ActivationNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** The entries of the ledger, to be read, in the order of the record. */
@Repository
public class Entries {

    static final int PAGE = 200;

    private static final String FROM = " from ledger_entry left join ledger_facts on entry_id = id ";

    /** What stands where a value was that was erased on request. */
    public static final String ERASED = "消去済み";

    private static final Map<String, Object> ERASED_VALUES = Map.of("値", ERASED);

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    Entries(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** The activation's entries of one kind, oldest first. */
    public List<Entry> ofKind(ActivationNumber activation, String kind) {
        return jdbc.sql("select *" + FROM + "where activation_number = ? and kind = ? order by id")
                .params(activation.value(), kind)
                .query(this::entry)
                .list();
    }

    /** All entries of the activation, oldest first. */
    public List<Entry> of(ActivationNumber activation) {
        return all(new Search(activation.value(), "", "", List.of()));
    }

    /** One page of what the search finds, counted from 1. */
    List<Entry> page(Search search, int page) {
        return searching("select *", search, " order by id limit :size offset :skip")
                .param("size", PAGE)
                .param("skip", (page - 1L) * PAGE)
                .query(this::entry)
                .list();
    }

    List<Entry> all(Search search) {
        return searching("select *", search, " order by id").query(this::entry).list();
    }

    int pages(Search search) {
        long found = searching("select count(*)", search, "").query(Long.class).single();
        return (int) Math.max(1, (found + PAGE - 1) / PAGE);
    }

    List<String> kinds(Search search) {
        return searching("select distinct kind", search.everything(), " order by kind")
                .query(String.class)
                .list();
    }

    private StatementSpec searching(String select, Search search, String rest) {
        String sql = select
                + FROM
                + "where "
                + (search.activation() == null ? "activation_number is null" : "activation_number = :activation")
                + """
                   and (:kind = '' or kind = :kind)
                   and (:text = '' or strpos(lower(told), lower(:text)) > 0 or strpos(lower(facts::text), lower(:text)) > 0
                     or strpos(lower(capacity), lower(:text)) > 0 or actor = any(:persons)
                     or exists (select 1 from unnest(:persons) person where strpos(told, '{' || person || '}') > 0))"""
                        .indent(1)
                + rest;
        var statement =
                search.activation() == null ? jdbc.sql(sql) : jdbc.sql(sql).param("activation", search.activation());
        return statement
                .param("kind", search.kind())
                .param("text", search.text())
                .param("persons", search.persons().toArray(String[]::new));
    }

    Entry entry(ResultSet row, int number) throws SQLException {
        return new Entry(
                row.getLong("id"),
                row.getString("activation_number"),
                row.getTimestamp("at").toInstant(),
                row.getString("actor"),
                row.getString("capacity"),
                row.getString("kind"),
                row.getString("told"),
                values(row.getString("facts")),
                row.getTimestamp("recorded_at").toInstant());
    }

    private Map<String, Object> values(String facts) {
        if (facts == null) {
            return ERASED_VALUES;
        }
        try {
            return json.readValue(facts, new TypeReference<LinkedHashMap<String, Object>>() {});
        } catch (JsonProcessingException notOurs) {
            throw new IllegalStateException("the ledger holds values that cannot be read", notOurs);
        }
    }
}
