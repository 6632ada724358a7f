package org.keizoku.plan;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.ChangeDelta;
import com.github.difflib.patch.Chunk;
import com.github.difflib.patch.Patch;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which lines of a plan's text another version changes, as a unified diff. */
public final class LineDiff {

    /** The work grows with lines times differences: beyond these, the whole text counts as replaced. */
    private static final int MOST_LINES = 20_000;

    private static final int MOST_FOREIGN_LINES = 8_000;
    private static final int CONTEXT = 3;

    private LineDiff() {}

    public static String between(String before, String after) {
        List<String> old = before.lines().toList();
        List<String> now = after.lines().toList();
        boolean comparable =
                old.size() + now.size() <= MOST_LINES && foreign(old, now) + foreign(now, old) <= MOST_FOREIGN_LINES;
        Patch<String> patch = comparable ? compared(old, now) : replaced(old, now);
        return String.join(
                "\n", removedFirst(UnifiedDiffUtils.generateUnifiedDiff("今の版", "新しい版", old, patch, CONTEXT)));
    }

    /** The algorithm may put what stands before what stood; people read it the other way round. */
    private static List<String> removedFirst(List<String> lines) {
        List<String> sorted = new ArrayList<>(lines.subList(0, Math.min(2, lines.size())));
        List<String> added = new ArrayList<>();
        lines.stream().skip(2).forEach(line -> {
            if (line.startsWith("+")) {
                added.add(line);
                return;
            }
            if (!line.startsWith("-")) {
                sorted.addAll(added);
                added.clear();
            }
            sorted.add(line);
        });
        sorted.addAll(added);
        return sorted;
    }

    private static long foreign(List<String> lines, List<String> others) {
        Set<String> known = new HashSet<>(others);
        return lines.stream().filter(line -> !known.contains(line)).count();
    }

    private static Patch<String> compared(List<String> old, List<String> now) {
        return DiffUtils.diff(
                old, now, MyersDiffWithLinearSpace.<String>factory().create(String::equals), null);
    }

    private static Patch<String> replaced(List<String> old, List<String> now) {
        var whole = new Patch<String>();
        whole.addDelta(new ChangeDelta<>(new Chunk<>(0, old), new Chunk<>(0, now)));
        return whole;
    }
}
