package org.keizoku.downgrade;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.keizoku.engine.Refused;
import org.keizoku.plan.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** 入退出表台帳: who was in a room while it stood open. Lines are added, never changed. */
@Repository
class EntryRegister {

    private final JdbcClient jdbc;
    private final Clock clock;

    EntryRegister(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** One person's stay. */
    record Stay(String name, String section, Instant entered, Instant left, String purpose) {}

    /** Adds a line; refused is one that nobody can have seen. */
    void add(long downgrade, Stay stay, PersonId notedBy) {
        if (stay.left().isBefore(stay.entered())) {
            throw new Refused("退室日時が入室日時より前です。");
        }
        if (stay.left().isAfter(clock.instant())) {
            throw new Refused("退室日時が未来です。退室してから記録してください。");
        }
        jdbc.sql(
                        """
                        insert into downgrade_entry (downgrade, name, section, entered_at, left_at, purpose, noted_by, noted_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        downgrade,
                        stay.name(),
                        stay.section(),
                        Timestamp.from(stay.entered()),
                        Timestamp.from(stay.left()),
                        stay.purpose(),
                        notedBy.value(),
                        Timestamp.from(clock.instant()))
                .update();
    }

    /** In the order in which people entered. */
    List<Stay> of(long downgrade) {
        return jdbc.sql("select * from downgrade_entry where downgrade = ? order by entered_at, id")
                .param(downgrade)
                .query((row, n) -> new Stay(
                        row.getString("name"),
                        row.getString("section"),
                        row.getTimestamp("entered_at").toInstant(),
                        row.getTimestamp("left_at").toInstant(),
                        row.getString("purpose")))
                .list();
    }
}
