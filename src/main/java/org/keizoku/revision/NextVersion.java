package org.keizoku.revision;

import java.text.Normalizer;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.keizoku.plan.Revision.Numbering;

/**
 * What the version after this one may be called. By issue it is the next integer. By management review it is the next decimal, until the
 * review approves: then the integer rises and the decimals are 0 (KDR-715-07).
 */
record NextVersion(Numbering numbering, String current) {

    private static final Pattern NUMBERED = Pattern.compile("(\\D*)(\\d{1,6})(?:\\.(\\d{1,6}))?(\\D*)");

    /** The right versions, the ordinary one first. */
    List<String> allowed() {
        return numbering == Numbering.MANAGEMENT_REVIEW
                ? List.of(written(integer(), Integer.toString(decimal() + 1)), reviewed())
                : List.of(written(integer() + 1, hasDecimals() ? "0" : null));
    }

    boolean allows(String proposed) {
        return allowed().contains(plain(proposed));
    }

    /** Whether the version says that the management review has approved it. */
    boolean isReviewed(String proposed) {
        return numbering == Numbering.MANAGEMENT_REVIEW && plain(proposed).equals(reviewed());
    }

    /** For the person who gave a wrong one. */
    String inWords() {
        List<String> allowed = allowed();
        return allowed.size() == 1
                ? "「%s」".formatted(allowed.get(0))
                : "「%s」(マネジメントレビューで承認した版なら「%s」)".formatted(allowed.get(0), allowed.get(1));
    }

    private String reviewed() {
        return written(integer() + 1, "0");
    }

    private String written(int integer, String decimals) {
        Matcher version = version();
        return version.group(1) + integer + (decimals == null ? "" : "." + decimals) + version.group(4);
    }

    private int integer() {
        return Integer.parseInt(version().group(2));
    }

    private int decimal() {
        return hasDecimals() ? Integer.parseInt(version().group(3)) : 0;
    }

    private boolean hasDecimals() {
        return version().group(3) != null;
    }

    /** A version that is no number (初版) counts as the first. */
    private Matcher version() {
        Matcher version = NUMBERED.matcher(plain(current));
        if (version.matches()) {
            return version;
        }
        Matcher first = NUMBERED.matcher("1");
        first.matches();
        return first;
    }

    /** Wide digits are digits. */
    private static String plain(String version) {
        return Normalizer.normalize(version, Normalizer.Form.NFKC);
    }
}
