package org.keizoku.plan.workbook;

import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Map;
import org.keizoku.platform.workbook.CellProblem;

/**
 * What a workbook would make of the plan.
 *
 * @param problems what must be put right first; nothing is taken as long as there is one
 * @param changes what changes, none where the workbook says what the plan says
 * @param remarks what the person should know besides
 * @param yaml the text of the plan with the changes; only where there are changes and no problems, else null
 */
public record Outcome(List<CellProblem> problems, List<Change> changes, List<String> remarks, String yaml) {

    /** Whether there is something that can be proposed. */
    public boolean isProposable() {
        return yaml != null;
    }

    /** The text of the plan with the changes, under this version. */
    String yaml(String version) {
        return new PlanEntries(yaml).with(Map.of("version", TextNode.valueOf(version)));
    }
}
