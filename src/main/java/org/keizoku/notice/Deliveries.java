package org.keizoku.notice;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.keizoku.people.contact.ContactChannel;
import org.keizoku.people.contact.Contacts;
import org.keizoku.plan.PersonId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What providers report of the messages that they have: kept as it came, and told by the state of the notice. */
@Component
class Deliveries {

    private static final Logger LOG = LoggerFactory.getLogger(Deliveries.class);

    private final JdbcClient jdbc;
    private final Contacts contacts;
    private final Clock clock;
    private final NoticeRecord record;

    Deliveries(JdbcClient jdbc, Contacts contacts, Clock clock, NoticeRecord record) {
        this.jdbc = jdbc;
        this.contacts = contacts;
        this.clock = clock;
        this.record = record;
    }

    /**
     * Keeps a report and applies it.
     *
     * @param providerId the provider's id of the message; one that no notice has yet waits until {@link #settle}
     * @param status the provider's own word
     * @param code why it failed; null where it did not
     */
    @Transactional
    public void reported(String providerId, String status, String code) {
        oneAtATime(providerId);
        jdbc.sql("insert into provider_report (at, provider_id, status, code) values (:now, :id, :status, :code)")
                .param("now", Timestamp.from(clock.instant()))
                .param("id", providerId)
                .param("status", status)
                .param("code", code)
                .update();
        settle(providerId);
    }

    /**
     * Holds off reports about the message until the transaction ends: whoever writes the message's id down asks for it first, so that a
     * report which comes at the same moment is seen by one of the two.
     */
    void oneAtATime(String providerId) {
        OneAtATime.hold(jdbc, providerId);
    }

    /** Brings the notices that the message carries to where all reports so far lead. */
    void settle(String providerId) {
        List<Report> reports = reports(providerId);
        jdbc.sql(
                        """
                        select * from notice where provider_id = :id
                          or bundle_id = (select id from notice where provider_id = :id) order by id for update
                        """)
                .param("id", providerId)
                .query((row, n) -> new Reported(
                        row.getLong("id"),
                        row.getString("activation_number"),
                        row.getString("person_id"),
                        ContactChannel.valueOf(row.getString("channel")),
                        row.getInt("position"),
                        row.getTimestamp("planned_at").toInstant(),
                        NoticeState.valueOf(row.getString("state"))))
                .list()
                .forEach(notice -> apply(notice, reports));
    }

    private List<Report> reports(String providerId) {
        return jdbc.sql("select status, code from provider_report where provider_id = :id order by id")
                .param("id", providerId)
                .query((row, n) -> new Report(row.getString("status"), row.getString("code")))
                .list();
    }

    private void apply(Reported notice, List<Report> reports) {
        NoticeState state = notice.state;
        String code = null;
        for (Report report : reports) {
            var word = DeliveryReport.of(report.status);
            NoticeState before = state;
            state = word.map(means -> DeliveryReport.next(before, means)).orElse(before);
            code = state == before ? code : report.code;
        }
        if (state != notice.state) {
            write(notice, state, code);
        }
    }

    private void write(Reported notice, NoticeState state, String code) {
        String why = code == null ? null : (code + " " + CarrierWords.of(code)).trim();
        jdbc.sql(
                        """
                        update notice set state = :state, changed_at = :now, last_error = :why,
                          failure = case when :state = 'FAILED' then 'PERMANENT' end
                        where id = :notice
                        """)
                .param("state", state.name())
                .param("now", Timestamp.from(clock.instant()))
                .param("why", why)
                .param("notice", notice.id)
                .update();
        LOG.info("notice {}: reported {} {}", notice.id, state, code == null ? "" : code);
        var person = new PersonId(notice.person);
        if (state == NoticeState.DELIVERED) {
            contacts.prove(person, notice.channel, notice.position, notice.plannedAt, clock.instant());
        }
        if (state == NoticeState.UNDELIVERED || state == NoticeState.FAILED) {
            if (CarrierWords.castDoubtOnTheAddress(code)) {
                contacts.doubt(person, notice.channel, notice.position, notice.plannedAt, clock.instant());
            }
            record.undelivered(notice.activation, notice.id, person, notice.channel, why);
        } else {
            record.reported(notice.activation, notice.id, person, notice.channel, state);
        }
    }

    private record Report(String status, String code) {}

    private record Reported(
            long id,
            String activation,
            String person,
            ContactChannel channel,
            int position,
            Instant plannedAt,
            NoticeState state) {}
}
