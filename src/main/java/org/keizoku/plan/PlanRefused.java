package org.keizoku.plan;

import java.util.List;
import java.util.stream.Collectors;

/** A plan file that cannot be used, with all that is wrong with it. */
public class PlanRefused extends RuntimeException {

    private final transient List<PlanFinding> findings;

    PlanRefused(List<PlanFinding> findings) {
        super(findings.stream().map(PlanFinding::toString).collect(Collectors.joining("\n")));
        this.findings = List.copyOf(findings);
    }

    public List<PlanFinding> findings() {
        return findings;
    }
}
