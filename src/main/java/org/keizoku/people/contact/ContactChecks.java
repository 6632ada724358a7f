package org.keizoku.people.contact;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.keizoku.plan.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The daily checks that were made, one for each day. */
@Component
class ContactChecks {

    private final JdbcClient jdbc;

    ContactChecks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A check.
     *
     * @param day in Japan
     * @param people how many persons the plan had
     * @param lacking who had fewer than two proved contacts
     * @param told whether the leader was told of it
     */
    record Made(LocalDate day, Instant at, int people, List<PersonId> lacking, boolean told) {}

    /** That of the day, where it was made. */
    Optional<Made> of(LocalDate day) {
        return one("day = :day", day);
    }

    /** The latest up to that day. */
    Optional<Made> latest(LocalDate day) {
        return one("day <= :day", day);
    }

    /** The latest up to that day of which the leader was told. */
    Optional<Made> latestTold(LocalDate day) {
        return one("day <= :day and told", day);
    }

    private Optional<Made> one(String which, LocalDate day) {
        return jdbc.sql("select * from contact_check where " + which + " order by day desc limit 1")
                .param("day", day)
                .query(ContactChecks::made)
                .optional();
    }

    /** Writes it down; false where another node did for that day. */
    boolean keep(Made check) {
        return jdbc.sql(
                                """
                                insert into contact_check (day, checked_at, people, lacking, lacking_people, told)
                                values (:day, :at, :people, :lacking, :ids, :told) on conflict (day) do nothing
                                """)
                        .param("day", check.day)
                        .param("at", Timestamp.from(check.at))
                        .param("people", check.people)
                        .param("lacking", check.lacking.size())
                        .param(
                                "ids",
                                check.lacking.stream().map(PersonId::value).toArray(String[]::new))
                        .param("told", check.told)
                        .update()
                > 0;
    }

    private static Made made(ResultSet row, int n) throws SQLException {
        return new Made(
                row.getObject("day", LocalDate.class),
                row.getTimestamp("checked_at").toInstant(),
                row.getInt("people"),
                Stream.of((String[]) row.getArray("lacking_people").getArray())
                        .map(PersonId::new)
                        .toList(),
                row.getBoolean("told"));
    }
}
