package org.keizoku.plan.lint;

import static org.keizoku.plan.lint.PlanRule.error;
import static org.keizoku.plan.lint.PlanRule.warning;

import java.util.List;

/** Every rule that a plan is checked against. */
final class PlanRules {

    private PlanRules() {}

    static List<PlanRule> in(Surroundings around) {
        var regime = new RegimeTable(around);
        return List.of(
                error("unknown-clause", KnownClauses::unknown),
                error("unknown-procedure", around::unknownProcedures),
                error("unknown-table", around::unknownTables),
                error("unreadable-table", around::unreadableTables),
                warning("unknown-step", around::unknownSteps).under("NSC-232-40"),
                warning("replaces-nothing", around::replacingNothing),
                error("regime-table", regime::faults),
                warning("event-unanswered", regime::unanswered),
                error("manual-table", new ManualTable(around)::faults),
                error("course-table", new CourseTable(around)::faults),
                error("recovery-table", new RecoveryTables(around)::faults),
                warning("priority-listing", new Listing(around)::unchosen),
                error("missing-decision", ProcedureDecisions::missing),
                error("deputy-twice", Deputies::twice).under("SMP-801-30"),
                warning("few-deputies", Deputies::tooFew).under("SMP-801-30"),
                warning("above-circle", Deputies::inCircles),
                error("self-approval", Separation::none).under("MNT-26-01"),
                warning("few-hands", Separation::tooFewHands).under("MNT-26-01"),
                warning("same-name", Accounts::ofTheSameName).under("MNT-26-01"),
                warning("one-channel", Channels::fewerThanTwo).under("NSC-221-01"),
                error("dependency-cycle", Dependencies::inCircles),
                warning("rto-before-dependency", Dependencies::sooner),
                warning("rto-before-arrival", Vendors::arrivingLate),
                warning("saas-contact", Vendors::unknownProviders).under("KDR-521-03"),
                warning("priority-rto", new Priorities(around)::contradicting).under("NSC-53-05"),
                warning("rto-business", Businesses::notFollowed).under("NSC-53-03"),
                warning("base-supply", Bases::withoutAnswer).under("SMP-300-04"),
                warning("quorum-out-of-hours", OutOfHours::tooFew).under("SMP-600-08"),
                error("audit-hands", AuditHands::missing).under("MNT-91-03"),
                error("audit-interval", AuditReminders::withoutPause),
                warning("audit-reminder", AuditReminders::never),
                warning("no-audit", AuditHands::unaudited).under("MNT-91-01"),
                warning("no-retention", RecordKeeping::unsaid).under("MNT-557-02"));
    }
}
