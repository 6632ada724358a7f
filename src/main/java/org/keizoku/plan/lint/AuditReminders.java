package org.keizoku.plan.lint;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.keizoku.plan.AuditProgramme;
import org.keizoku.plan.Plan;
import org.keizoku.plan.lint.PlanRule.Broken;

/** Whoever must act in an audit hears of the deadline before it, and a late step is told at intervals, not without a pause. */
final class AuditReminders {

    private AuditReminders() {}

    static Stream<Broken> withoutPause(Plan plan) {
        return plan.audit() != null && plan.audit().remindEvery().isZero()
                ? Stream.of(new Broken("audit.remindEvery", "監査の遅れを知らせる間隔が0です", "remindEveryに間隔を書いてください。例: P7D"))
                : Stream.empty();
    }

    /** Where nobody is reminded at all, and the steps whose time is too short for the plan's reminder. */
    static Stream<Broken> never(Plan plan) {
        AuditProgramme audit = plan.audit();
        if (audit == null) {
            return Stream.empty();
        }
        Duration before = audit.remindBefore();
        if (before == null || before.isZero()) {
            return Stream.of(new Broken("audit", "監査の期限の前に、誰にも知らせません", "remindBeforeに、期限のどれだけ前に知らせるかを書いてください。例: P3D"));
        }
        Map<String, Duration> times = new LinkedHashMap<>();
        times.put("planWithin", audit.planWithin());
        times.put("reportWithin", audit.reportWithin());
        times.put("evaluateWithin", audit.evaluateWithin());
        times.put("improvementPlanWithin", audit.improvementPlanWithin());
        return times.entrySet().stream()
                .filter(step -> step.getValue().compareTo(before) <= 0)
                .map(step -> new Broken(
                        "audit." + step.getKey(),
                        "期限までの時間がremindBeforeより長くないため、期限の前に知らせません",
                        "期限までの時間を延ばすか、remindBeforeを短くしてください"));
    }
}
