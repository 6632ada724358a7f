package org.keizoku.auditing;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.keizoku.engine.Deadline;
import org.keizoku.engine.Hands;
import org.keizoku.plan.AuditProgramme;
import org.keizoku.plan.PersonId;
import org.keizoku.plan.Plan;
import org.keizoku.plan.Plans;
import org.keizoku.platform.JapanTime;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who hears of what waits in an audit: who may take it when it is opened, who must act before its deadline, and from the deadline on also
 * who commissioned and who leads the audit. Where a step is opened nearer to its deadline than the plan reminds, the request is the reminder.
 */
@Service
class AuditWatch {

    private final SecurityAuditRows rows;
    private final SecurityAudits audits;
    private final AuditingProcess process;
    private final AuditNotices notices;
    private final AuditSteps steps;
    private final Independence independence;
    private final Plans plans;
    private final Hands hands;
    private final Clock clock;

    AuditWatch(
            SecurityAuditRows rows,
            SecurityAudits audits,
            AuditingProcess process,
            AuditNotices notices,
            AuditSteps steps,
            Independence independence,
            Plans plans,
            Hands hands,
            Clock clock) {
        this.rows = rows;
        this.audits = audits;
        this.process = process;
        this.notices = notices;
        this.steps = steps;
        this.independence = independence;
        this.plans = plans;
        this.hands = hands;
        this.clock = clock;
    }

    /** Tells whoever may take the task that was opened. */
    @Transactional
    void ask(long number, String task, String name, Collection<String> groups) {
        SecurityAudit audit = rows.locked(number);
        notices.ask(
                number,
                task,
                mayTake(audit, task, groups),
                "監査%d: 「%s」をお願いします(期限 %s)。".formatted(number, name, JapanTime.plain(by(audit))));
    }

    /** By when the open step is to be done. */
    Instant by(SecurityAudit audit) {
        return audit.by(audits.programme(audit))
                .orElseThrow(
                        () -> new IllegalStateException("audit %d is %s".formatted(audit.number(), audit.state())));
    }

    /** When somebody is told next, if the open step is not done before. */
    @Transactional
    Instant next(long number) {
        return deadline(rows.locked(number)).next(clock.instant());
    }

    /** Reminds whoever must act; from the deadline on it is told as late. After downtime only what holds now is said. */
    @Transactional
    void tell(long number) {
        SecurityAudit audit = rows.locked(number);
        process.waiting(number).ifPresent(task -> {
            if (deadline(audit).hasPassed(clock.instant())) {
                tellLate(audit, task);
            } else {
                remind(audit, task);
            }
        });
    }

    private void remind(SecurityAudit audit, AuditingProcess.Waiting task) {
        String by = JapanTime.plain(by(audit));
        Set<PersonId> hearers = task.assignee()
                .map(person -> Set.of(new PersonId(person)))
                .orElseGet(() -> mayTake(audit, task.id(), task.groups()));
        notices.remind(
                audit.number(),
                task.id(),
                hearers,
                "監査%d: 「%s」の期限は%sです。まだ終わっていません。".formatted(audit.number(), task.name(), by));
        record(
                audit,
                task,
                "audit-reminded",
                "セキュリティ監査%dの「%s」を期限の前に催促".formatted(audit.number(), task.name()),
                hearers);
    }

    /** All who might act hear it, since one of them may have to step in for who has taken the task. */
    private void tellLate(SecurityAudit audit, AuditingProcess.Waiting task) {
        AuditProgramme programme = audits.programme(audit);
        Plan plan = plans.version(audit.planVersion());
        Set<PersonId> hearers = mayTake(audit, task.id(), task.groups());
        task.assignee().map(PersonId::new).ifPresent(hearers::add);
        Stream.of(programme.commissionedBy(), programme.lead())
                .forEach(role -> hearers.addAll(plan.role(role).everyone()));
        String words = "セキュリティ監査%dは、「%s」が期限(%s)を過ぎています(%s)。"
                .formatted(
                        audit.number(),
                        task.name(),
                        JapanTime.plain(by(audit)),
                        audit.state().label());
        notices.warn(audit.number(), "overdue/" + clock.instant().getEpochSecond(), hearers, words);
        record(audit, task, "audit-overdue", words, hearers);
    }

    private void record(
            SecurityAudit audit, AuditingProcess.Waiting task, String kind, String told, Set<PersonId> hearers) {
        List<String> heard = hearers.stream().map(PersonId::value).sorted().toList();
        steps.recordBySystem(
                audit.number(), kind, told, Map.of("作業", task.name(), "期限", JapanTime.exact(by(audit)), "連絡先", heard));
    }

    /** Who is in the groups and on no other side of the audit; of the auditors only those who may audit it. */
    private Set<PersonId> mayTake(SecurityAudit audit, String task, Collection<String> groups) {
        Plan plan = plans.version(audit.planVersion());
        Set<PersonId> asked = new HashSet<>();
        plan.roles().stream()
                .flatMap(role -> role.ranks().stream())
                .filter(rank -> groups.contains(rank.group()))
                .forEach(rank -> asked.addAll(rank.persons()));
        if (groups.contains(plan.audit().auditors().value())) {
            asked.retainAll(independence.auditors(audit));
        }
        hands.barredFrom(task).forEach(person -> asked.remove(new PersonId(person)));
        return asked;
    }

    private Deadline deadline(SecurityAudit audit) {
        return deadline(by(audit), audits.programme(audit));
    }

    /** Nobody is reminded before it where the plan does not say how long before. */
    static Deadline deadline(Instant by, AuditProgramme programme) {
        return new Deadline(
                Stream.ofNullable(programme.remindBefore()).map(by::minus).toList(), by, programme.remindEvery());
    }
}
