package org.keizoku.platform;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.keizoku.engine.Side;

/**
 * Who holds the four roles of a small plan, each with a holder and a deputy, who may be the same person: then there is none. Persons are
 * numbered by their first appearance, so that two assignments never differ by names only.
 *
 * @param persons holder and deputy of the asking, the approving, the executing and the verifying role, in this order
 */
record Assignment(List<Integer> persons) {

    private static final int PERSONS = 5;
    private static final int PLACES = 8;

    /** All 3,845 of up to five persons. */
    static List<Assignment> all() {
        List<Assignment> all = new ArrayList<>();
        extend(new ArrayList<>(), 0, all);
        return all;
    }

    private static void extend(List<Integer> begun, int known, List<Assignment> all) {
        if (begun.size() == PLACES) {
            all.add(new Assignment(List.copyOf(begun)));
            return;
        }
        for (int person = 0; person <= Math.min(known, PERSONS - 1); person++) {
            begun.add(person);
            extend(begun, Math.max(known, person + 1), all);
            begun.remove(begun.size() - 1);
        }
    }

    /** The role of this side and its deputy, as the groups that a task is offered to. */
    String groups(Side side) {
        return group(persons.get(2 * side.ordinal())) + "," + group(persons.get(2 * side.ordinal() + 1));
    }

    boolean mayTake(int person, Side side) {
        return persons.subList(2 * side.ordinal(), 2 * side.ordinal() + 2).contains(person);
    }

    /** What the sample's process is begun with. */
    Map<String, Object> sides() {
        return Map.of(
                "askers", groups(Side.REQUESTER),
                "approvers", groups(Side.APPROVER),
                "doers", groups(Side.EXECUTOR),
                "checkers", groups(Side.VERIFIER));
    }

    /** The group of one person alone, so that holder and deputy are two groups as in a plan. */
    static String group(int person) {
        return "way-" + person;
    }

    static List<String> groups() {
        return List.of(group(0), group(1), group(2), group(3), group(4));
    }
}
