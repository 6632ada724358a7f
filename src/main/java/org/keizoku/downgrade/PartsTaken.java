package org.keizoku.downgrade;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.keizoku.engine.Refused;
import org.keizoku.plan.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who has played which part in a matter: each person one, except who broke the glass and did both the asking and the deed. */
@Repository
class PartsTaken {

    private final JdbcClient jdbc;
    private final DowngradeRows rows;
    private final Clock clock;

    PartsTaken(JdbcClient jdbc, DowngradeRows rows, Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.clock = clock;
    }

    /** Refuses a person who has another part in the matter, whatever the roles are through which they come. */
    void mayTake(long number, Part part, String person) {
        partOf(number, person)
                .filter(held -> held != part && !broke(number, held, part))
                .ifPresent(held -> {
                    throw new Refused("%sは、この件の%sになれません。申請・承認・実施・確認は別の人が行います。".formatted(held.label(), part.label()));
                });
    }

    /** Takes the part; the table lets nobody have two, whoever comes at the same time. */
    void take(long number, Part part, PersonId person) {
        jdbc.sql(
                        "insert into downgrade_hand (downgrade, person_id, part, taken_at) values (?, ?, ?, ?) on conflict do nothing")
                .params(number, person.value(), part.name(), Timestamp.from(clock.instant()))
                .update();
        mayTake(number, part, person.value());
    }

    Optional<Part> partOf(long number, String person) {
        return jdbc.sql("select part from downgrade_hand where downgrade = ? and person_id = ?")
                .params(number, person)
                .query(String.class)
                .optional()
                .map(Part::valueOf);
    }

    /** Who has a part by now, in the order in which they took it. */
    Map<String, Part> of(long number) {
        Map<String, Part> hands = new LinkedHashMap<>();
        jdbc.sql("select person_id, part from downgrade_hand where downgrade = ? order by taken_at, person_id")
                .param(number)
                .query(row -> {
                    hands.put(row.getString("person_id"), Part.valueOf(row.getString("part")));
                });
        return hands;
    }

    Set<PersonId> persons(long number) {
        return of(number).keySet().stream().map(PersonId::new).collect(Collectors.toSet());
    }

    private boolean broke(long number, Part held, Part wanted) {
        return held == Part.REQUESTER
                && wanted == Part.EXECUTOR
                && rows.find(number).filter(one -> one.request().breakGlass()).isPresent();
    }
}
