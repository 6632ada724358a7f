package org.keizoku.audit.export;

import java.io.OutputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import javax.xml.stream.XMLStreamException;
import org.keizoku.Keizoku;
import org.keizoku.activation.ActivationNumber;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;

/** What the engine did in one activation as an event log in XES (IEEE 1849): a trace for each run of a procedure, in order of time. */
final class EventLog {

    /**
     * Gateways and the frames of repetitions are no work: who mines processes finds them again from the order of the rest. A name may
     * have gaps in the model; a task has them filled, of others they are left out.
     */
    private static final String EVENTS =
            """
            with happened as (
                select a.*, p.start_time_ as began, p.business_key_, coalesce(d.name_, p.proc_def_key_) as procedure, d.version_,
                    a.act_type_ in ('userTask', 'serviceTask', 'sendTask', 'businessRuleTask', 'scriptTask', 'callActivity',
                        'subProcess', 'receiveTask') as lasting,
                    t.name_ as task, nullif(regexp_replace(a.act_name_, '[: ]*\\$\\{[^}]*\\}', '', 'g'), '') as unfilled,
                    (select string_agg(distinct l.group_id_, ' ' order by l.group_id_) from act_hi_identitylink l
                        where l.task_id_ = a.task_id_ and l.type_ = 'candidate' and l.operation_type_ = 'add') as role
                from act_hi_actinst a
                join act_hi_procinst p on p.id_ = a.proc_inst_id_ left join act_re_procdef d on d.id_ = p.proc_def_id_
                left join act_hi_taskinst t on t.id_ = a.task_id_
                where p.business_key_ = ? and a.act_type_ not like '%Gateway' and a.act_type_ <> 'multiInstanceBody'),
            moments as (
                select *, 'start' as transition, start_time_ as at, 0 as part from happened where lasting
                union all
                select *, case when act_inst_state_ = 2 then 'ate_abort' else 'complete' end, end_time_, 1
                from happened where end_time_ is not null)
            select proc_inst_id_, procedure, proc_def_key_, version_, business_key_, id_, act_id_, coalesce(task, unfilled, act_id_) as name,
                act_type_, assignee_, role, transition, at at time zone 'Asia/Tokyo' as at
            from moments order by began, proc_inst_id_, moments.at, sequence_counter_, part, id_""";

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ISO_OFFSET_DATE_TIME.withZone(ZoneId.of(Keizoku.ZONE));

    private final JdbcTemplate jdbc;
    private final String activation;

    EventLog(JdbcTemplate jdbc, String activation) {
        this.jdbc = jdbc;
        this.activation = activation;
    }

    /** Writes it while it reads; the stream stays open. */
    void writeTo(OutputStream out) {
        try (var xes = new XesWriter(out)) {
            xes.string("concept:name", activation);
            var trace = new Trace(xes);
            jdbc.query(EVENTS, (RowCallbackHandler) row -> event(row, xes, trace), activation);
            trace.end();
        } catch (XMLStreamException broken) {
            throw new IllegalStateException("the event log could not be written", broken);
        }
    }

    private static void event(ResultSet row, XesWriter xes, Trace trace) throws SQLException {
        try {
            trace.of(row);
            xes.begin("event");
            xes.string("concept:name", row.getString("name"));
            xes.string("concept:instance", row.getString("id_"));
            xes.string("lifecycle:transition", row.getString("transition"));
            xes.date("time:timestamp", MOMENT.format(moment(row)));
            xes.string("org:resource", row.getString("assignee_"));
            xes.string("org:role", row.getString("role"));
            xes.string("step", row.getString("act_id_"));
            xes.string("type", row.getString("act_type_"));
            xes.end();
        } catch (XMLStreamException broken) {
            throw new IllegalStateException("the event log could not be written", broken);
        }
    }

    private static Instant moment(ResultSet row) throws SQLException {
        return row.getObject("at", OffsetDateTime.class).toInstant();
    }

    /** The run whose events are being written. */
    private static final class Trace {

        private final XesWriter xes;
        private String instance;

        Trace(XesWriter xes) {
            this.xes = xes;
        }

        void of(ResultSet row) throws SQLException, XMLStreamException {
            if (row.getString("proc_inst_id_").equals(instance)) {
                return;
            }
            end();
            instance = row.getString("proc_inst_id_");
            xes.begin("trace");
            xes.string("concept:name", instance);
            xes.string("activation", row.getString("business_key_"));
            xes.flag("drill", new ActivationNumber(row.getString("business_key_")).isDrill());
            xes.string("process", row.getString("proc_def_key_"));
            xes.string("procedure", row.getString("procedure"));
            xes.string("version", row.getString("version_"));
        }

        void end() throws XMLStreamException {
            if (instance != null) {
                xes.end();
            }
        }
    }
}
