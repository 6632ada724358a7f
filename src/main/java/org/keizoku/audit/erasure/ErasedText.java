package org.keizoku.audit.erasure;

import java.util.regex.Pattern;
import org.keizoku.audit.Entries;

/** One text that is to stand nowhere any more, and how to find it in another, also where that was cut off in the middle of it. */
final class ErasedText {

    /** What stands where a value was. */
    static final String MARK = Entries.ERASED;

    /** Of a text that was cut off so many characters still tell; fewer stand in many texts by chance. */
    static final int HEAD = 6;

    /** How a room and the engine (its comments) say that they cut something off. */
    private static final Pattern CUT = Pattern.compile("…|\\.\\.\\.");

    private final String said;
    private final String text;
    private final String head;
    private final Pattern whole;
    private final Pattern begun;

    /** @param text with at least two characters that are no spaces */
    ErasedText(String text) {
        this.said = text;
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

    /** As whoever asks wrote it. */
    String said() {
        return said;
    }

    /** Whether all of it stands there. */
    boolean wholeIn(String written) {
        return whole.matcher(written).find();
    }

    /** @param full whether the value fills its column, so that its end may have been cut off */
    String without(String written, String mark, boolean full) {
        String left = whole.matcher(written).replaceAll(mark);
        return begun == null ? left : withoutBegun(left, mark, full);
    }

    private String withoutBegun(String written, String mark, boolean full) {
        var found = begun.matcher(written);
        StringBuilder left = new StringBuilder();
        int from = 0;
        while (found.find()) {
            int end = end(written, found.start(), found.end(), full);
            if (found.start() >= from && end > from) {
                left.append(written, from, found.start()).append(mark);
                from = end;
            }
        }
        return left.append(written.substring(from)).toString();
    }

    /**
     * Where the text that begins there was cut off; -1 where it was not: other texts begin alike, and a value that ends with such a
     * beginning is whole.
     */
    private int end(String written, int start, int headEnd, boolean full) {
        if (full && isBeginning(written.substring(start))) {
            return written.length();
        }
        int end = -1;
        var cut = CUT.matcher(written);
        int from = headEnd;
        while (cut.find(from) && isBeginning(written.substring(start, cut.start()))) {
            end = cut.start();
            from = cut.end();
        }
        return end;
    }

    private boolean isBeginning(String part) {
        return text.startsWith(onOneLine(part));
    }

    private static String onOneLine(String text) {
        StringBuilder line = new StringBuilder();
        text.codePoints().map(point -> Spelling.isSpace(point) ? ' ' : point).forEach(line::appendCodePoint);
        return line.toString().strip().replaceAll(" +", " ");
    }
}
