package org.keizoku.people;

import java.util.List;
import java.util.Map;

/**
 * One of Tasklist's lists, ready at start: people find their work there and make no lists of their own.
 *
 * @param name what Tasklist calls it; it is found again by it
 * @param place in the order of lists, the smallest first
 * @param overdue only what should have been done by now
 * @param steps only these user tasks; all where there are none
 */
record ReadyFilter(
        String name, String description, String color, int place, Whose whose, boolean overdue, List<String> steps) {

    /** Whose tasks a list shows. */
    enum Whose {
        MINE,
        UNTAKEN_OF_MY_GROUPS,
        ALL_OF_MY_GROUPS,
        /** For those who lead: only they may see the tasks of others. */
        EVERYBODYS
    }

    static final List<ReadyFilter> ALL = List.of(
            new ReadyFilter("自分のタスク", "自分が担当しているタスク", "#1f6f54", 10, Whose.MINE, false, List.of()),
            new ReadyFilter("自分の班のタスク", "まだ誰も担当していないタスク", "#2f5d9b", 20, Whose.UNTAKEN_OF_MY_GROUPS, false, List.of()),
            new ReadyFilter("期限超過", "期限を過ぎたタスク(担当者のいるものを含む)", "#b3261e", 30, Whose.ALL_OF_MY_GROUPS, true, List.of()),
            new ReadyFilter(
                    "判断",
                    "判断と署名を待つタスク",
                    "#8a5a00",
                    40,
                    Whose.ALL_OF_MY_GROUPS,
                    false,
                    List.of("Task_Decide", "Task_SignReport", "Task_ApproveRevision")),
            new ReadyFilter("全員のタスク", "判断と追認を除くすべてのタスク(班長用)", "#5b5b66", 50, Whose.EVERYBODYS, false, List.of()));

    boolean isForLeaders() {
        return whose == Whose.EVERYBODYS;
    }

    /** What Tasklist is told about the list; {@code edition} is our own mark in it. */
    Map<String, Object> properties() {
        return Map.of(
                "description",
                description,
                "color",
                color,
                "priority",
                place,
                "refresh",
                true,
                "showUndefinedVariable",
                false,
                "variables",
                List.of(shown("activationNumber", "発動番号"), shown("systemName", "システム")),
                "edition",
                edition());
    }

    /** Changes with the definition, so that a start leaves an unchanged list alone. */
    String edition() {
        return Integer.toHexString(toString().hashCode());
    }

    private static Map<String, String> shown(String variable, String label) {
        return Map.of("name", variable, "label", label);
    }
}
