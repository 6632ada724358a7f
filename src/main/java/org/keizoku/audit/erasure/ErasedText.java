package org.keizoku.audit.erasure;

import java.util.regex.Pattern;
import org.keizoku.audit.Entries;

/** One text that is to stand nowhere any more, and how to find it in another, also where that was cut off in the middle of it. */
final class ErasedText {

    /** What stands where a value was. */
    static final String MARK = Entries.ERASED;

    /** Of a text that was cut off so many characters still tell; fewer stand in many texts by chance. */
    static final int HEAD = 6;

    private static final String CUT = "…";

    private final String text;
    private final String head;
    private final Pattern whole;
    private final Pattern begun;

    /** @param text with at least two characters that are no spaces */
    ErasedText(String text) {
        this.text = onOneLine(text);
        int[] points = this.text.codePoints().toArray();
        this.head = new String(points, 0, Math.min(HEAD, points.length)).strip();
        this.whole = Pattern.compile(Spelling.of(this.text));
        this.begun = points.length > HEAD ? Pattern.compile(Spelling.of(head)) : null;
    }

    /** For PostgreSQL: matches whatever {@link #in} finds something in, and more. */
    String like() {
        return Spelling.of(head);
    }

    boolean in(String written) {
        return !without(written).equals(written);
    }

    String without(String written) {
        String left = whole.matcher(written).replaceAll(MARK);
        return begun == null ? left : withoutBegun(left);
    }

    private String withoutBegun(String written) {
        var found = begun.matcher(written);
        StringBuilder left = new StringBuilder();
        int from = 0;
        while (found.find()) {
            int end = end(written, found.start());
            if (end > from && text.startsWith(onOneLine(written.substring(found.start(), end)))) {
                left.append(written, from, found.start()).append(MARK);
                from = end;
            }
        }
        return left.append(written.substring(from)).toString();
    }

    private static int end(String written, int start) {
        int cut = written.indexOf(CUT, start);
        return cut < 0 ? written.length() : cut;
    }

    private static String onOneLine(String text) {
        StringBuilder line = new StringBuilder();
        text.codePoints().map(point -> Spelling.isSpace(point) ? ' ' : point).forEach(line::appendCodePoint);
        return line.toString().strip().replaceAll(" +", " ");
    }
}
