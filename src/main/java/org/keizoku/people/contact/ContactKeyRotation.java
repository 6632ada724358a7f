package org.keizoku.people.contact;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keizoku.engine.Actor;
import org.keizoku.engine.Fact;
import org.keizoku.plan.PersonId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Encrypts anew, at a start, what an earlier key encrypted. All of it or nothing: a start that is cut off leaves every row readable, since the
 * earlier key still reads.
 */
@Component
class ContactKeyRotation {

    private static final Logger LOG = LoggerFactory.getLogger(ContactKeyRotation.class);

    private final JdbcClient jdbc;
    private final AddressCipher cipher;
    private final OutsideContacts outside;
    private final ContactKeys keys;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    ContactKeyRotation(
            JdbcClient jdbc,
            AddressCipher cipher,
            OutsideContacts outside,
            ContactKeys keys,
            Clock clock,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.cipher = cipher;
        this.outside = outside;
        this.keys = keys;
        this.clock = clock;
        this.events = events;
    }

    /** Encrypts every contact of another key with the present one, of people and of those outside; what cannot be read stays as it is. */
    @EventListener(ApplicationReadyEvent.class)
    @Transactional
    public void encryptAnew() {
        List<Row> old = jdbc.sql(
                        """
                        select person_id, channel, position, address from contact where key_id <> :key
                        order by person_id, channel, position for update
                        """)
                .param("key", cipher.keyId())
                .query((row, n) -> new Row(
                        new PersonId(row.getString("person_id")),
                        ContactChannel.valueOf(row.getString("channel")),
                        row.getInt("position"),
                        row.getBytes("address")))
                .list();
        long done = old.stream().filter(this::encryptAnew).count();
        var others = outside.encryptAnew();
        if (!old.isEmpty() || others.all() > 0) {
            tell(done + others.done(), old.size() - done + others.all() - others.done());
        }
    }

    private boolean encryptAnew(Row row) {
        Optional<String> address = cipher.decrypt(row.person, row.channel, row.sealed);
        address.ifPresent(plain -> jdbc.sql(
                        """
                        update contact set address = :address, key_id = :key
                        where person_id = :person and channel = :channel and position = :position
                        """)
                .param("address", cipher.encrypt(row.person, row.channel, plain))
                .param("key", cipher.keyId())
                .param("person", row.person.value())
                .param("channel", row.channel.name())
                .param("position", row.position)
                .update());
        return address.isPresent();
    }

    private void tell(long done, long unreadable) {
        LOG.info(
                "contacts are encrypted with key {}: {} anew, {} could not be read",
                keys.presentNumber(),
                done,
                unreadable);
        if (done > 0) {
            events.publishEvent(new Fact(
                    null,
                    clock.instant(),
                    Actor.SYSTEM,
                    null,
                    "contacts-reencrypted",
                    "連絡先%d件を新しい鍵(%d番)で暗号化し直しました(読めないもの%d件)。".formatted(done, keys.presentNumber(), unreadable),
                    Map.of()));
        }
    }

    private record Row(PersonId person, ContactChannel channel, int position, byte[] sealed) {}
}
