package org.keizoku.revision;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.keizoku.notice.Urgency;
import org.keizoku.plan.PersonId;
import org.keizoku.plan.PlanFinding;
import org.keizoku.plan.Plans;
import org.keizoku.plan.lint.PlanCheck;
import org.keizoku.revision.PlanRevision.Finding;
import org.keizoku.revision.PlanRevision.State;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The check of a proposal's text, and what it found. */
@Service
class RevisionChecks {

    /** Whoever has hundreds of errors needs the first ones. */
    private static final int MOST_FINDINGS = 200;

    private final RevisionRows rows;
    private final Plans plans;
    private final PlanCheck check;
    private final RevisionNotices notices;
    private final RevisionRecord record;

    RevisionChecks(RevisionRows rows, Plans plans, PlanCheck check, RevisionNotices notices, RevisionRecord record) {
        this.rows = rows;
        this.plans = plans;
        this.check = check;
        this.notices = notices;
        this.record = record;
    }

    /** Checks the text; what is wrong with it stands on the proposal's page. */
    @Transactional
    boolean check(long number) {
        PlanRevision revision = rows.locked(number);
        String yaml = rows.yaml(number);
        var result = new RevisionCheck(plans.version(revision.base()))
                .of(yaml, check.findingsIn(RevisionCheck.FILE, yaml.getBytes(StandardCharsets.UTF_8)));
        boolean passed = result.passed();
        String version = result.version().map(OneLine::of).orElse(null);
        rows.checked(number, version, kept(result.findings()), passed ? State.OFFERED : State.FAULTY);
        long errors = result.findings().stream().filter(PlanFinding::isError).count();
        record.bySystem(
                number,
                "plan-checked",
                "計画の改訂案%dを点検: 誤り%d件、警告%d件"
                        .formatted(number, errors, result.findings().size() - errors),
                Map.of());
        return passed;
    }

    /** Tells the proposer where the text is wrong. */
    @Transactional
    void tellFindings(long number) {
        PlanRevision revision = rows.locked(number);
        Finding first = revision.findings().get(0);
        notices.tell(
                number,
                "faulty",
                List.of(new PersonId(revision.proposedBy())),
                Urgency.INFORMATION,
                "改訂案%dに誤りがあり、受け付けられません。%d行目: %s".formatted(number, first.line(), OneLine.of(first.message())));
    }

    private static List<Finding> kept(List<PlanFinding> findings) {
        List<Finding> first = findings.stream()
                .limit(MOST_FINDINGS)
                .map(found -> new Finding(
                        found.severity().label(),
                        found.rule(),
                        found.line(),
                        found.column(),
                        found.clause().map(Object::toString).orElse(""),
                        found.message(),
                        found.remedy()))
                .collect(Collectors.toList());
        if (findings.size() > MOST_FINDINGS) {
            String more = "ほかに%d件あります".formatted(findings.size() - MOST_FINDINGS);
            first.add(new Finding("", "", 0, 0, "", more, "上の誤りを直して、もう一度提出してください"));
        }
        return first;
    }
}
