package org.keizoku.people;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The names of people who left: a record of years ago still tells who it was. */
@Repository
class FormerPeople {

    private final JdbcClient jdbc;
    private final Clock clock;

    FormerPeople(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void remember(String person, String name) {
        jdbc.sql(
                        """
                        insert into former_person (person_id, name, left_at) values (?, ?, ?)
                        on conflict (person_id) do update set name = excluded.name, left_at = excluded.left_at""")
                .params(person, name, Timestamp.from(clock.instant()))
                .update();
    }

    Optional<String> nameOf(String person) {
        return jdbc.sql("select name from former_person where person_id = ?")
                .param(person)
                .query(String.class)
                .optional();
    }
}
