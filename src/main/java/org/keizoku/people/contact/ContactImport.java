package org.keizoku.people.contact;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.keizoku.engine.Actor;
import org.keizoku.engine.Fact;
import org.keizoku.engine.Refused;
import org.keizoku.people.contact.ContactFile.Line;
import org.keizoku.plan.PersonId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes the table say what the file says: what is the same stays untouched, what is gone from the file goes. */
@Component
class ContactImport {

    private static final long ONE_IMPORT_AT_A_TIME = 7_201_942;

    private final JdbcClient jdbc;
    private final AddressCipher cipher;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    ContactImport(JdbcClient jdbc, AddressCipher cipher, Clock clock, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.cipher = cipher;
        this.clock = clock;
        this.events = events;
    }

    /** How many contacts came, changed or went. */
    @Transactional
    public int take(List<Line> lines) {
        waitForOthers();
        return write(lines, Actor.SYSTEM);
    }

    /** The same for a person who saw what would change; a Refused where the table no longer says what it said then. */
    @Transactional
    public int take(List<Line> lines, List<Line> seen, PersonId person) {
        waitForOthers();
        if (!all().equals(seen)) {
            throw new Refused("確認している間に、連絡先がほかで変わりました。もう一度読み込んで確かめてください。");
        }
        return write(lines, person.value());
    }

    /** Every contact by person, channel and position; one that cannot be read has an empty address. */
    List<Line> all() {
        return readable().entrySet().stream()
                .map(entry -> new Line(
                        entry.getKey().person,
                        new Contact(entry.getKey().channel, entry.getValue(), entry.getKey().position)))
                .sorted(Comparator.comparing(Line::person)
                        .thenComparing(line -> line.contact().channel())
                        .thenComparing(line -> line.contact().position()))
                .toList();
    }

    private void waitForOthers() {
        jdbc.sql("select 1 from (select pg_advisory_xact_lock(:lock)) as taken")
                .param("lock", ONE_IMPORT_AT_A_TIME)
                .query(Integer.class)
                .single();
    }

    private int write(List<Line> lines, String actor) {
        Map<Place, String> before = readable();
        Map<Place, String> wanted = new HashMap<>();
        lines.forEach(line -> wanted.put(
                new Place(
                        line.person(), line.contact().channel(), line.contact().position()),
                line.contact().address()));

        int gone = before.keySet().stream()
                .filter(place -> !wanted.containsKey(place))
                .mapToInt(this::remove)
                .sum();
        int changed = wanted.entrySet().stream()
                .filter(entry -> !entry.getValue().equals(before.get(entry.getKey())))
                .mapToInt(entry -> put(entry.getKey(), entry.getValue()))
                .sum();
        if (gone + changed > 0) {
            tell(lines, gone, changed, actor);
        }
        return gone + changed;
    }

    boolean hasContacts() {
        return jdbc.sql("select exists (select 1 from contact)")
                .query(Boolean.class)
                .single();
    }

    private Map<Place, String> readable() {
        Map<Place, String> readable = new HashMap<>();
        jdbc.sql("select person_id, channel, position, address from contact").query(row -> {
            var place = new Place(
                    new PersonId(row.getString("person_id")),
                    ContactChannel.valueOf(row.getString("channel")),
                    row.getInt("position"));
            var address = cipher.decrypt(place.person, place.channel, row.getBytes("address"));
            // Where it cannot be read, nothing equals it: it is written anew under the present key, or removed.
            readable.put(place, address.orElse(""));
        });
        return readable;
    }

    private int remove(Place place) {
        return jdbc.sql("delete from contact where person_id = :person and channel = :channel and position = :position")
                .params(place.params())
                .update();
    }

    private int put(Place place, String address) {
        return jdbc.sql(
                        """
                        insert into contact (person_id, channel, position, address, key_id, taken_at)
                        values (:person, :channel, :position, :address, :key, :now)
                        on conflict (person_id, channel, position) do update set address = excluded.address,
                          key_id = excluded.key_id, taken_at = excluded.taken_at, proved_at = null, stale_since = null
                        """)
                .params(place.params())
                .param("address", cipher.encrypt(place.person, place.channel, address))
                .param("key", cipher.keyId())
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    private void tell(List<Line> lines, int gone, int changed, String actor) {
        long people = lines.stream().map(Line::person).distinct().count();
        events.publishEvent(new Fact(
                null,
                clock.instant(),
                actor,
                null,
                "contacts-taken",
                "%s連絡先を取り込みました(職員%d人、%d件。追加・変更%d件、削除%d件)。"
                        .formatted(
                                actor.equals(Actor.SYSTEM) ? "" : "{%s} が".formatted(actor),
                                people,
                                lines.size(),
                                changed,
                                gone),
                Map.of()));
    }

    private record Place(PersonId person, ContactChannel channel, int position) {

        Map<String, Object> params() {
            return Map.of("person", person.value(), "channel", channel.name(), "position", position);
        }
    }
}
