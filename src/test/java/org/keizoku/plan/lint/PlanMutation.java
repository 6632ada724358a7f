package org.keizoku.plan.lint;

/**
 * Something done to the text of a plan without looking.
 *
 * @param at where, as a share (0 to 1) of the text
 * @param length how many letters
 */
record PlanMutation(Kind kind, double at, int length, String insert) {

    enum Kind {
        CUT,
        COPY,
        INSERT,
        OVERWRITE,
        END,
        INDENT
    }

    String apply(String text) {
        int from = (int) (at * text.length());
        int to = Math.min(text.length(), from + length);
        String before = text.substring(0, from);
        String after = text.substring(to);
        return switch (kind) {
            case CUT -> before + after;
            case COPY -> text.substring(0, to) + text.substring(from);
            case INSERT -> before + insert + text.substring(from);
            case OVERWRITE -> before + insert + after;
            case END -> before;
            case INDENT -> before + text.substring(from).replaceFirst("\n", "\n" + " ".repeat(length % 9));
        };
    }
}
