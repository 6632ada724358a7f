package org.keizoku.people.contact;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.keizoku.plan.PersonId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where people are reached: the one place that reads the encrypted table of numbers and addresses. */
@Component
public class Contacts {

    private static final Logger LOG = LoggerFactory.getLogger(Contacts.class);

    private final JdbcClient jdbc;
    private final AddressCipher cipher;

    Contacts(JdbcClient jdbc, AddressCipher cipher) {
        this.jdbc = jdbc;
        this.cipher = cipher;
    }

    /**
     * The person's contacts, first addresses first, those in doubt last; without those that cannot be read. A doubtful one is still tried
     * where there is no better: a handset that was off an hour ago may be on.
     */
    public List<Contact> of(PersonId person) {
        return jdbc
                .sql(
                        """
                        select channel, position, address from contact
                        where person_id = :person order by stale_since is not null, position, channel
                        """)
                .param("person", person.value())
                .query((row, n) -> readable(
                        person,
                        ContactChannel.valueOf(row.getString("channel")),
                        row.getInt("position"),
                        row.getBytes("address")))
                .list()
                .stream()
                .flatMap(List::stream)
                .toList();
    }

    /**
     * Notes that a message did not arrive there, for somebody to correct it.
     *
     * @param known when the message was planned: an address that came later is not the one in doubt
     */
    public void doubt(PersonId person, ContactChannel channel, int position, Instant known, Instant now) {
        jdbc.sql(
                        """
                        update contact set stale_since = :now where person_id = :person and channel = :channel
                          and position = :position and taken_at <= :known and stale_since is null
                        """)
                .params(at(person, channel, position, known, now))
                .update();
    }

    /** Notes that a message arrived there: the address is right. */
    public void prove(PersonId person, ContactChannel channel, int position, Instant known, Instant now) {
        jdbc.sql(
                        """
                        update contact set proved_at = :now, stale_since = null where person_id = :person
                          and channel = :channel and position = :position and taken_at <= :known
                        """)
                .params(at(person, channel, position, known, now))
                .update();
    }

    /** The contacts in doubt, the oldest first; they stay so until the file of contacts has another address or a message arrives. */
    public List<DoubtfulContact> doubtful() {
        return jdbc.sql(
                        """
                        select person_id, channel, position, stale_since from contact where stale_since is not null
                        order by stale_since, person_id, channel, position
                        """)
                .query((row, n) -> new DoubtfulContact(
                        new PersonId(row.getString("person_id")),
                        ContactChannel.valueOf(row.getString("channel")),
                        row.getInt("position"),
                        row.getTimestamp("stale_since").toInstant()))
                .list();
    }

    private static Map<String, Object> at(
            PersonId person, ContactChannel channel, int position, Instant known, Instant now) {
        return Map.of(
                "person", person.value(),
                "channel", channel.name(),
                "position", position,
                "known", Timestamp.from(known),
                "now", Timestamp.from(now));
    }

    private List<Contact> readable(PersonId person, ContactChannel channel, int position, byte[] sealed) {
        var address = cipher.decrypt(person, channel, sealed);
        if (address.isEmpty()) {
            // One row with a lost key must not keep everybody else from being called.
            LOG.error("the {} contact {} of {} cannot be read with this installation's key", channel, position, person);
        }
        return address.map(readable -> new Contact(channel, readable, position)).stream()
                .toList();
    }
}
