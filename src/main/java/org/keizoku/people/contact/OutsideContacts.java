package org.keizoku.people.contact;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.keizoku.engine.Actor;
import org.keizoku.engine.Fact;
import org.keizoku.engine.Refused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How vendors and organisations are reached: the one place that reads their encrypted table. */
@Component
class OutsideContacts {

    private static final Logger LOG = LoggerFactory.getLogger(OutsideContacts.class);
    private static final long ONE_IMPORT_AT_A_TIME = 7_201_943;
    private static final TypeReference<Map<OutsideField, String>> VALUES = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final AddressCipher cipher;
    private final ObjectMapper json;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    OutsideContacts(
            JdbcClient jdbc, AddressCipher cipher, ObjectMapper json, Clock clock, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.cipher = cipher;
        this.json = json;
        this.clock = clock;
        this.events = events;
    }

    /** Every contact point by owner and position; one that cannot be read has no values. */
    List<OutsideContact> all() {
        return jdbc
                .sql("select owner_kind, owner_id, position, point, sealed from outside_contact")
                .query(this::read)
                .list()
                .stream()
                .sorted(Comparator.comparing(OutsideContact::owner).thenComparing(OutsideContact::position))
                .toList();
    }

    List<OutsideContact> of(OutsideOwner owner) {
        return all().stream().filter(contact -> contact.owner().equals(owner)).toList();
    }

    boolean hasContacts() {
        return jdbc.sql("select exists (select 1 from outside_contact)")
                .query(Boolean.class)
                .single();
    }

    /** Makes the table say what the file says; how many contact points came, changed or went. */
    @Transactional
    public int take(List<OutsideContact> wanted) {
        waitForOthers();
        return write(wanted, Actor.SYSTEM);
    }

    /** The same for a person who saw what would change; a Refused where the table no longer says what it said then. */
    @Transactional
    public int take(List<OutsideContact> wanted, List<OutsideContact> seen, String person) {
        waitForOthers();
        if (!all().equals(seen)) {
            throw new Refused("確認している間に、連絡先がほかで変わりました。もう一度読み込んで確かめてください。");
        }
        return write(wanted, person);
    }

    private int write(List<OutsideContact> wanted, String actor) {
        List<OutsideContact> before = all();
        List<OutsideContact> changed =
                wanted.stream().filter(contact -> !before.contains(contact)).toList();
        List<OutsideContact> gone = before.stream()
                .filter(old -> wanted.stream().noneMatch(contact -> isSamePlace(old, contact)))
                .toList();
        gone.forEach(this::remove);
        changed.forEach(this::put);
        int changes = gone.size() + changed.size();
        if (changes > 0) {
            events.publishEvent(new Fact(
                    null,
                    clock.instant(),
                    actor,
                    null,
                    "outside-contacts-taken",
                    "%s事業者・関係機関の連絡先を取り込みました(%d件。追加・変更%d件、削除%d件)。"
                            .formatted(
                                    actor.equals(Actor.SYSTEM) ? "" : "{%s} が".formatted(actor),
                                    wanted.size(),
                                    changed.size(),
                                    gone.size()),
                    Map.of()));
        }
        return changes;
    }

    /** Encrypts with the present key what another key encrypted; what cannot be read stays as it is. In the caller's transaction. */
    Anew encryptAnew() {
        List<OutsideContact> old = jdbc.sql(
                        """
                        select owner_kind, owner_id, position, point, sealed from outside_contact where key_id <> :key
                        order by owner_kind, owner_id, position for update
                        """)
                .param("key", cipher.keyId())
                .query(this::read)
                .list();
        long done = old.stream()
                .filter(contact -> !contact.values().isEmpty())
                .mapToInt(this::sealAnew)
                .sum();
        return new Anew(old.size(), done);
    }

    private int sealAnew(OutsideContact contact) {
        return jdbc.sql(
                        """
                        update outside_contact set sealed = ?, key_id = ?
                        where owner_kind = ? and owner_id = ? and position = ?""")
                .params(
                        sealed(contact),
                        cipher.keyId(),
                        contact.owner().kind().name(),
                        contact.owner().id(),
                        contact.position())
                .update();
    }

    private byte[] sealed(OutsideContact contact) {
        return cipher.seal(bound(contact.owner(), contact.position()), written(contact.values()));
    }

    static boolean isSamePlace(OutsideContact one, OutsideContact other) {
        return one.owner().equals(other.owner()) && one.position() == other.position();
    }

    private void waitForOthers() {
        jdbc.sql("select 1 from (select pg_advisory_xact_lock(:lock)) as taken")
                .param("lock", ONE_IMPORT_AT_A_TIME)
                .query(Integer.class)
                .single();
    }

    private void remove(OutsideContact contact) {
        jdbc.sql("delete from outside_contact where owner_kind = ? and owner_id = ? and position = ?")
                .params(contact.owner().kind().name(), contact.owner().id(), contact.position())
                .update();
    }

    private void put(OutsideContact contact) {
        jdbc.sql(
                        """
                        insert into outside_contact (owner_kind, owner_id, position, point, sealed, key_id, taken_at)
                        values (?, ?, ?, ?, ?, ?, ?)
                        on conflict (owner_kind, owner_id, position) do update set point = excluded.point,
                          sealed = excluded.sealed, key_id = excluded.key_id, taken_at = excluded.taken_at""")
                .params(
                        contact.owner().kind().name(),
                        contact.owner().id(),
                        contact.position(),
                        contact.point(),
                        sealed(contact),
                        cipher.keyId(),
                        Timestamp.from(clock.instant()))
                .update();
    }

    private OutsideContact read(ResultSet row, int n) throws SQLException {
        var owner = new OutsideOwner(OutsideOwner.Kind.valueOf(row.getString("owner_kind")), row.getString("owner_id"));
        int position = row.getInt("position");
        var values = cipher.open(bound(owner, position), row.getBytes("sealed"));
        if (values.isEmpty()) {
            // One row with a lost key must not hide the others from whoever has to telephone.
            LOG.error("contact point {} of {} cannot be read with this installation's key", position, owner);
        }
        return new OutsideContact(
                owner,
                position,
                row.getString("point"),
                values.map(this::values).orElse(Map.of()));
    }

    /** A row copied to another place cannot be read there. */
    private static String bound(OutsideOwner owner, int position) {
        return owner + "|" + position;
    }

    private Map<OutsideField, String> values(String written) {
        try {
            return json.readValue(written, VALUES);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("a contact point is no JSON");
        }
    }

    private String written(Map<OutsideField, String> values) {
        try {
            return json.writeValueAsString(values);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a contact point cannot be written");
        }
    }

    /** How many were under another key, and how many of them are under the present one now. */
    record Anew(long all, long done) {}
}
