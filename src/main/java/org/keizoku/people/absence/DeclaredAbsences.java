package org.keizoku.people.absence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keizoku.engine.Fact;
import org.keizoku.engine.Refused;
import org.keizoku.plan.PersonId;
import org.keizoku.platform.JapanTime;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The absences that people declared, or their leader for them. What was declared stays written, also when it is called off. */
@Service
public class DeclaredAbsences {

    /** Longer is a slip of the hand, or a change of the plan. */
    private static final Duration LONGEST = Duration.ofDays(366);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    DeclaredAbsences(JdbcClient jdbc, Clock clock, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.events = events;
    }

    /** Who is away at this moment; where several absences overlap, the one that ends last. */
    public Map<PersonId, DeclaredAbsence> now() {
        Instant now = clock.instant();
        Map<PersonId, DeclaredAbsence> away = new LinkedHashMap<>();
        ahead().stream()
                .filter(absence -> absence.isAt(now))
                .forEach(absence -> away.merge(
                        absence.person(), absence, (one, other) -> one.until().isAfter(other.until()) ? one : other));
        return away;
    }

    /** What is not over and was not called off, in the order of time. */
    List<DeclaredAbsence> ahead() {
        return jdbc.sql("select * from absence where ended_at is null and until_at > ? order by from_at, id")
                .param(Timestamp.from(clock.instant()))
                .query(DeclaredAbsences::read)
                .list();
    }

    Optional<DeclaredAbsence> find(long id) {
        return ahead().stream().filter(absence -> absence.id() == id).findFirst();
    }

    /** Writes it down and says so; a Refused where the times cannot be meant. */
    @Transactional
    public void declare(PersonId person, AbsenceKind kind, Instant from, Instant until, PersonId by) {
        Instant now = clock.instant();
        if (!until.isAfter(from)) {
            throw new Refused("「まで」は「から」より後の日時にしてください。");
        }
        if (!until.isAfter(now)) {
            throw new Refused("「まで」が過ぎています。これからの日時にしてください。");
        }
        if (Duration.between(from, until).compareTo(LONGEST) > 0) {
            throw new Refused("1年を超える不在は登録できません。計画の改訂で担当を替えてください。");
        }
        var absence = jdbc.sql(
                        """
                        insert into absence (person_id, kind, from_at, until_at, declared_by, declared_at)
                        values (?, ?, ?, ?, ?, ?) returning *""")
                .params(
                        person.value(),
                        kind.name(),
                        Timestamp.from(from),
                        Timestamp.from(until),
                        by.value(),
                        Timestamp.from(now))
                .query(DeclaredAbsences::read)
                .single();
        tell(absence, by, "absence-declared", "{%s} の不在を登録".formatted(person));
        events.publishEvent(new AbsenceDeclared(absence));
    }

    /** The person is back, or never leaves; a Refused where that is so already. */
    @Transactional
    public void end(DeclaredAbsence absence, PersonId by) {
        int ended = jdbc.sql("update absence set ended_by = ?, ended_at = ? where id = ? and ended_at is null")
                .params(by.value(), Timestamp.from(clock.instant()), absence.id())
                .update();
        if (ended == 0) {
            throw new Refused("この不在は既に取り消されています。");
        }
        tell(absence, by, "absence-ended", "{%s} の不在を取消".formatted(absence.person()));
    }

    private void tell(DeclaredAbsence absence, PersonId by, String kind, String told) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("理由", absence.kind().label());
        values.put("から", JapanTime.exact(absence.from()));
        values.put("まで", JapanTime.exact(absence.until()));
        events.publishEvent(new Fact(null, clock.instant(), by.value(), null, kind, told, values));
    }

    private static DeclaredAbsence read(ResultSet row, int n) throws SQLException {
        return new DeclaredAbsence(
                row.getLong("id"),
                new PersonId(row.getString("person_id")),
                AbsenceKind.valueOf(row.getString("kind")),
                row.getTimestamp("from_at").toInstant(),
                row.getTimestamp("until_at").toInstant(),
                new PersonId(row.getString("declared_by")),
                row.getTimestamp("declared_at").toInstant());
    }
}
