package org.keizoku.auditing;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.keizoku.auditing.SecurityAudit.State;
import org.keizoku.auditing.SecurityAudit.What;
import org.keizoku.engine.EnteredMoment;
import org.keizoku.engine.Refused;
import org.keizoku.plan.AuditProgramme;
import org.keizoku.plan.PersonId;
import org.keizoku.platform.JapanTime;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What follows a finding: the improvement is planned, done by the audited role, and tracked until an auditor has checked it. Rule MNT-91-09. */
@Service
class Improvements {

    private final SecurityAuditRows rows;
    private final SecurityAudits audits;
    private final AuditSteps steps;
    private final Clock clock;

    Improvements(SecurityAuditRows rows, SecurityAudits audits, AuditSteps steps, Clock clock) {
        this.rows = rows;
        this.audits = audits;
        this.steps = steps;
        this.clock = clock;
    }

    /** Keeps the improvement plan. */
    @Transactional
    SecurityAudit planned(long number, PersonId person, String plan, String until) {
        AuditProgramme programme = audits.programme(audits.running(number));
        Instant improveBy = EnteredMoment.of("改善の期限", until);
        if (!improveBy.isAfter(clock.instant())) {
            throw new Refused("改善の期限は、これからの日時にしてください。");
        }
        steps.said(number, What.IMPROVEMENT_PLAN, person, programme.lead(), plan);
        rows.improving(number, improveBy);
        steps.record(
                number,
                person,
                programme.lead(),
                "improvement-planned",
                "セキュリティ監査%dの改善計画書を作成".formatted(number),
                Map.of("期限", JapanTime.exact(improveBy)));
        return rows.locked(number);
    }

    /** Keeps what the audited role did; an auditor checks it next. */
    @Transactional
    void done(long number, PersonId person, String words) {
        SecurityAudit audit = audits.running(number);
        steps.said(number, What.IMPROVEMENT, person, audit.audited(), words);
        rows.is(number, State.IMPROVED);
        steps.record(
                number, person, audit.audited(), "improvement-done", "セキュリティ監査%dの改善を実施".formatted(number), Map.of());
    }

    /** Keeps the check: sufficient ends the audit, anything else goes back to the audited role. */
    @Transactional
    void checked(long number, PersonId person, boolean sufficient, String words) {
        AuditProgramme programme = audits.programme(audits.running(number));
        steps.said(number, sufficient ? What.SUFFICIENT : What.INSUFFICIENT, person, programme.auditors(), words);
        rows.is(number, sufficient ? State.CLOSED : State.IMPROVING);
        steps.record(
                number,
                person,
                programme.auditors(),
                "improvement-checked",
                "セキュリティ監査%dの改善を確認(%s)".formatted(number, sufficient ? "十分" : "足りない"),
                Map.of());
    }
}
