package org.keizoku.assembly;

import java.util.ArrayList;
import java.util.List;

/** Lines of people to telephone, in texts that the engine keeps as one value each (4,000 characters at most). */
final class PhoneList {

    static final int LONGEST = 3_500;

    private PhoneList() {}

    /** As few texts as hold all lines; begun is the text that the first lines are added to, empty for none. */
    static List<String> texts(String begun, List<String> lines) {
        List<String> texts = new ArrayList<>();
        String text = begun;
        for (String line : lines) {
            if (!text.isEmpty() && text.length() + 1 + line.length() > LONGEST) {
                texts.add(text);
                text = "";
            }
            text = text.isEmpty() ? line : text + "\n" + line;
        }
        texts.add(text);
        return texts;
    }

    /** One text: what does not fit is counted. */
    static String cut(List<String> lines) {
        String text = texts("", lines).get(0);
        long left = lines.size() - text.lines().count();
        return left == 0 ? text : text + "\n- ほか%d名(状況ページに全員)".formatted(left);
    }
}
