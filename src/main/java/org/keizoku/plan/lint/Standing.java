package org.keizoku.plan.lint;

import java.util.stream.Stream;
import org.keizoku.plan.Plan;
import org.keizoku.plan.Structure;

/**
 * The plan as it stands by itself, and as it stands in each of its structures.
 *
 * @param path the structure's entry, empty for the plan by itself
 */
record Standing(String path, Plan plan) {

    static Stream<Standing> of(Plan plan) {
        return Stream.concat(
                Stream.of(new Standing("", plan)),
                Entry.of("structures", plan.structures())
                        .map(structure -> new Standing(structure.path(), underAnyEventOf(structure.it(), plan))));
    }

    private static Plan underAnyEventOf(Structure structure, Plan plan) {
        return plan.underEvent(structure.events().get(0).code());
    }
}
