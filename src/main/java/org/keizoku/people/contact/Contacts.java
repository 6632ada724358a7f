package org.keizoku.people.contact;

import java.util.List;
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

    /** The person's contacts, first addresses first; without those known to be out of use, and those that cannot be read. */
    public List<Contact> of(PersonId person) {
        return jdbc
                .sql(
                        """
                        select channel, position, address from contact
                        where person_id = :person and stale_since is null order by position, channel
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
