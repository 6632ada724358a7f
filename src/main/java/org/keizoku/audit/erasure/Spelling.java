package org.keizoku.audit.erasure;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A text as a regular expression that Java and PostgreSQL both read, however often it was escaped: a signal's raw body is JSON within
 * JSON, and whoever sent it may have written all of its characters as numbers. Any space stands for any other, a room may have put a
 * typed text on one line.
 */
final class Spelling {

    /** Every space, as it is and as it may be escaped; what is whitespace to an expression by itself is less. */
    private static final String SPACES = "(?:[%s]|\\\\+[fnrt]|%s)+"
            .formatted(
                    spaces().mapToObj(space -> "\\u%04x".formatted(space)).collect(Collectors.joining()),
                    spaces().mapToObj(Spelling::numbered).collect(Collectors.joining("|")));

    private Spelling() {}

    /** Neither begins nor ends with a space. */
    static String of(String text) {
        StringBuilder expression = new StringBuilder();
        boolean space = false;
        for (int point : text.codePoints().toArray()) {
            if (isSpace(point)) {
                space = true;
            } else {
                if (space) {
                    expression.append(SPACES);
                }
                space = false;
                expression.append(of(point));
            }
        }
        return expression.toString();
    }

    static boolean isSpace(int point) {
        return Character.isWhitespace(point) || Character.isSpaceChar(point);
    }

    /** None is beyond the first plane. */
    private static IntStream spaces() {
        return IntStream.rangeClosed(0, Character.MAX_VALUE).filter(Spelling::isSpace);
    }

    private static String of(int point) {
        String plain = point < 128 && !Character.isLetterOrDigit(point)
                ? "\\" + (char) point
                : new String(Character.toChars(point));
        return switch (point) {
            case '\\' -> "(?:\\\\+(?:u005[cC])?)";
            case '"', '/' -> "(?:\\\\*%s|%s)".formatted(plain, numbered(point));
            default -> "(?:%s|%s)".formatted(plain, numbered(point));
        };
    }

    /** Each half of a character beyond the first plane has a number of its own. */
    private static String numbered(int point) {
        return new String(Character.toChars(point))
                .chars()
                .mapToObj(unit -> "\\\\+u" + hex(unit))
                .collect(Collectors.joining());
    }

    private static String hex(int unit) {
        return "%04x"
                .formatted(unit)
                .chars()
                .mapToObj(digit -> Character.isLetter(digit)
                        ? "[%c%c]".formatted(digit, Character.toUpperCase(digit))
                        : String.valueOf((char) digit))
                .collect(Collectors.joining());
    }
}
