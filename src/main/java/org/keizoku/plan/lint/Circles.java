package org.keizoku.plan.lint;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What leads back to itself. Without recursion and in linear time, whatever somebody writes. */
final class Circles {

    private Circles() {}

    /** The members of circles, and of what lies between two circles. */
    static <I> Set<I> in(Map<I, ? extends Collection<I>> leadsTo) {
        Map<I, List<I>> comesFrom = new HashMap<>();
        leadsTo.forEach((from, all) -> all.forEach(
                to -> comesFrom.computeIfAbsent(to, first -> new ArrayList<>()).add(from)));
        Set<I> circling = new HashSet<>(leadsTo.keySet());
        circling.retainAll(comesFrom.keySet());
        trim(circling, leadsTo, comesFrom);
        trim(circling, comesFrom, leadsTo);
        return circling;
    }

    /** Takes away whatever leads to nothing that is left, until each leads to something. */
    private static <I> void trim(
            Set<I> left, Map<I, ? extends Collection<I>> leadsTo, Map<I, ? extends Collection<I>> comesFrom) {
        Map<I, Long> ways = new HashMap<>();
        Deque<I> ends = new ArrayDeque<>();
        for (I each : left) {
            long open = leadsTo.get(each).stream().filter(left::contains).count();
            ways.put(each, open);
            if (open == 0) {
                ends.add(each);
            }
        }
        while (!ends.isEmpty()) {
            I end = ends.remove();
            left.remove(end);
            for (I before : comesFrom.get(end)) {
                if (left.contains(before) && ways.merge(before, -1L, Long::sum) == 0) {
                    ends.add(before);
                }
            }
        }
    }
}
