package org.keizoku.people.contact;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keizoku.engine.Fact;
import org.keizoku.engine.Refused;
import org.keizoku.plan.Person;
import org.keizoku.plan.PersonId;
import org.keizoku.plan.Plan;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How sure each contact is, and what people do with it by hand: see it whole, or confirm it. Both are put on the record, without the address. */
@Component
class ContactBook {

    /** SMS and mail, or two numbers: one way is lost too easily. */
    static final int ENOUGH = 2;

    private final JdbcClient jdbc;
    private final AddressCipher cipher;
    private final ContactCheckSettings settings;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    ContactBook(
            JdbcClient jdbc,
            AddressCipher cipher,
            ContactCheckSettings settings,
            Clock clock,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.cipher = cipher;
        this.settings = settings;
        this.clock = clock;
        this.events = events;
    }

    /** Every contact by person, channel and position; one that cannot be read has an empty address. */
    List<ContactStanding> all() {
        return jdbc.sql("select * from contact order by person_id, channel desc, position")
                .query((row, n) -> {
                    var person = new PersonId(row.getString("person_id"));
                    var channel = ContactChannel.valueOf(row.getString("channel"));
                    String address = cipher.decrypt(person, channel, row.getBytes("address"))
                            .orElse("");
                    return new ContactStanding(
                            person,
                            new Contact(channel, address, row.getInt("position")),
                            instant(row.getTimestamp("proved_at")),
                            instant(row.getTimestamp("stale_since")));
                })
                .list();
    }

    /** The persons of the plan with fewer than {@link #ENOUGH} contacts that are proved now. */
    List<PersonId> lacking(Plan plan) {
        Instant now = clock.instant();
        List<PersonId> proved = all().stream()
                .filter(contact -> contact.isProved(now, settings.provedFor()))
                .map(ContactStanding::person)
                .toList();
        return plan.people().stream()
                .map(Person::id)
                .filter(person -> proved.stream().filter(person::equals).count() < ENOUGH)
                .toList();
    }

    /** The person's contacts, whole, for somebody who has to reach them; that they were shown is on the record before they are. */
    @Transactional
    public List<Contact> shown(PersonId person, PersonId by) {
        tell(by, "contact-shown", "{%s} が {%s} の連絡先を表示しました。".formatted(by, person));
        return all().stream()
                .filter(known -> known.person().equals(person))
                .map(ContactStanding::contact)
                .toList();
    }

    /** The person said that this contact is right; a Refused where there is none. */
    @Transactional
    public void confirmed(PersonId person, ContactChannel channel, int position, PersonId by) {
        int found = jdbc.sql(
                        """
                        update contact set proved_at = :now, stale_since = null
                        where person_id = :person and channel = :channel and position = :position
                        """)
                .param("now", Timestamp.from(clock.instant()))
                .param("person", person.value())
                .param("channel", channel.name())
                .param("position", position)
                .update();
        if (found == 0) {
            throw new Refused("その連絡先はもうありません。画面を開き直してください。");
        }
        tell(by, "contact-confirmed", "{%s} が {%s} の連絡先(%s)を本人に確かめました。".formatted(by, person, channel.label(position)));
    }

    private void tell(PersonId by, String kind, String told) {
        events.publishEvent(new Fact(null, clock.instant(), by.value(), null, kind, told, Map.of()));
    }

    private static Instant instant(Timestamp moment) {
        return Optional.ofNullable(moment).map(Timestamp::toInstant).orElse(null);
    }
}
