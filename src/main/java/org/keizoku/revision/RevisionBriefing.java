package org.keizoku.revision;

import java.util.List;
import java.util.stream.Collectors;
import org.keizoku.people.Standing;
import org.keizoku.plan.Plan;
import org.keizoku.plan.Plans;
import org.keizoku.platform.InsideAddress;
import org.springframework.stereotype.Component;

/** What the approver reads on the form: who proposes what and why, and what it changes. */
@Component
class RevisionBriefing {

    /** Camunda keeps a string in 4,000 characters; the page has all. */
    private static final int MOST_CHANGES = 15;

    private static final int LONGEST_LINE = 150;

    private final Revisions revisions;
    private final Plans plans;
    private final Standing standing;
    private final InsideAddress address;

    RevisionBriefing(Revisions revisions, Plans plans, Standing standing, InsideAddress address) {
        this.revisions = revisions;
        this.plans = plans;
        this.standing = standing;
        this.address = address;
    }

    String of(long number) {
        PlanRevision revision = revisions.find(number).orElseThrow();
        Plan base = plans.version(revision.base());
        List<String> changes = revisions.changes(revision);
        String listed = changes.stream()
                .limit(MOST_CHANGES)
                .map(change -> "- " + cut(change))
                .collect(Collectors.joining("\n"));
        String more = changes.size() > MOST_CHANGES ? "\n- ほか%d件".formatted(changes.size() - MOST_CHANGES) : "";
        return "%sの改訂案%d: 版%s → 版%s\n提案者: %s\n理由: %s\n変更点:\n%s%s\n点検結果と全文の差分: %s"
                .formatted(
                        revision.scope().label(),
                        number,
                        base.version(),
                        revision.version(),
                        standing.nameOf(revision.proposedBy()),
                        cut(revision.reason()),
                        changes.isEmpty() ? "- 項目の変更なし(書き方のみ)" : listed,
                        more,
                        address.revision(number));
    }

    private static String cut(String line) {
        return line.length() <= LONGEST_LINE ? line : line.substring(0, LONGEST_LINE) + "…";
    }
}
