package org.keizoku.revision;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.keizoku.engine.Refused;
import org.keizoku.notice.Urgency;
import org.keizoku.people.Standing;
import org.keizoku.plan.PersonId;
import org.keizoku.plan.Plan;
import org.keizoku.plan.Plans;
import org.keizoku.platform.JapanTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who holds the plan, was told of its new version, and has confirmed it: everybody who has a role in the new version or stands in for
 * one. People are rows here, not tasks: two thousand would not fit a task list.
 */
@Service
class Confirmations {

    /** How many names a short message bears; the page has all. */
    private static final int NAMED = 5;

    private final JdbcClient jdbc;
    private final RevisionRows rows;
    private final Plans plans;
    private final Standing standing;
    private final RevisionProcess process;
    private final RevisionNotices notices;
    private final HomeCopies homeCopies;
    private final RevisionRecord record;
    private final Clock clock;

    Confirmations(
            JdbcClient jdbc,
            RevisionRows rows,
            Plans plans,
            Standing standing,
            RevisionProcess process,
            RevisionNotices notices,
            HomeCopies homeCopies,
            RevisionRecord record,
            Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.plans = plans;
        this.standing = standing;
        this.process = process;
        this.notices = notices;
        this.homeCopies = homeCopies;
        this.record = record;
        this.clock = clock;
    }

    /**
     * One holder of the plan.
     *
     * @param confirmedAt null while they have not
     */
    record Confirmation(PersonId person, Instant confirmedAt) {}

    List<Confirmation> of(long number) {
        return jdbc.sql("select person_id, confirmed_at from plan_confirmation where revision = ? order by person_id")
                .param(number)
                .query((row, n) -> new Confirmation(
                        new PersonId(row.getString("person_id")),
                        row.getTimestamp("confirmed_at") == null
                                ? null
                                : row.getTimestamp("confirmed_at").toInstant()))
                .list();
    }

    /** Tells everybody who holds the plan, and says until when they have to confirm. */
    @Transactional
    Instant ask(long number) {
        PlanRevision revision = rows.locked(number);
        Plan plan = plans.version(revision.planVersion());
        List<PersonId> holders = holders(plan);
        Timestamp now = Timestamp.from(clock.instant());
        holders.forEach(holder -> jdbc.sql(
                        """
                        insert into plan_confirmation (revision, person_id, asked_at) values (?, ?, ?)
                        on conflict (revision, person_id) do nothing""")
                .params(number, holder.value(), now)
                .update());
        notices.tell(
                number,
                "in-force",
                holders,
                Urgency.INFORMATION,
                "計画の版%sを施行しました。手元の写しを差し替え、%sまでに確認してください。"
                        .formatted(revision.version(), JapanTime.plain(revision.confirmBy())));
        record.bySystem(
                number,
                "plan-holders-told",
                "計画(版%s)を保有者%d名に周知".formatted(revision.version(), holders.size()),
                Map.of());
        homeCopies.tell(number, plans.version(revision.base()), plan);
        return revision.confirmBy();
    }

    /** The person has read the new version; doing it twice changes nothing. */
    @Transactional
    void confirm(long number, PersonId person) {
        PlanRevision revision = rows.locked(number);
        Confirmation own = of(number).stream()
                .filter(confirmation -> confirmation.person().equals(person))
                .findFirst()
                .orElseThrow(() -> new Refused("この版の確認は、あなたには求められていません。"));
        if (own.confirmedAt() != null) {
            return;
        }
        jdbc.sql("update plan_confirmation set confirmed_at = ? where revision = ? and person_id = ?")
                .params(Timestamp.from(clock.instant()), number, person.value())
                .update();
        record.by(person.value(), null, number, "plan-confirmed", "計画(版%s)を確認".formatted(revision.version()), Map.of());
        if (unconfirmed(number).isEmpty()) {
            process.everyoneConfirmed(number);
        }
    }

    /** The deadline has passed: the leader hears who has not confirmed. */
    @Transactional
    void tellUnconfirmed(long number) {
        PlanRevision revision = rows.locked(number);
        List<PersonId> missing = unconfirmed(number);
        Plan plan = plans.inForce();
        String names = missing.stream()
                .limit(NAMED)
                .map(person -> standing.nameOf(person.value()))
                .collect(Collectors.joining("、"));
        notices.tell(
                number,
                "unconfirmed",
                plan.role(plan.duties().leader()).holders(),
                Urgency.ESCALATION,
                "計画の版%sを期限までに確認していない保有者が%d名います: %s%s。"
                        .formatted(revision.version(), missing.size(), names, missing.size() > NAMED ? "ほか" : ""));
        record.bySystem(
                number,
                "plan-unconfirmed",
                "計画(版%s)を期限までに確認していない保有者%d名: %s"
                        .formatted(
                                revision.version(),
                                missing.size(),
                                missing.stream().map("{%s}"::formatted).collect(Collectors.joining("、"))),
                Map.of());
    }

    private List<PersonId> unconfirmed(long number) {
        return of(number).stream()
                .filter(confirmation -> confirmation.confirmedAt() == null)
                .map(Confirmation::person)
                .toList();
    }

    private static List<PersonId> holders(Plan plan) {
        return plan.roles().stream()
                .flatMap(role -> role.everyone().stream())
                .distinct()
                .sorted()
                .toList();
    }
}
