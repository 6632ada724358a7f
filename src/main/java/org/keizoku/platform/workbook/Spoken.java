package org.keizoku.platform.workbook;

import java.text.Normalizer;

/** Text as people type it into cells: full-width signs and stray spaces mean nothing. */
public final class Spoken {

    private Spoken() {}

    /** Without spaces around it, those of Japanese width as well, and with one kind of line end; the words stay as they are. */
    public static String trimmed(String text) {
        return text.replace("\r\n", "\n")
                .replace('\r', '\n')
                .replace('\u00A0', ' ')
                .strip();
    }

    /** In half width, without spaces around it: for ids, numbers and lists to choose from. */
    public static String narrow(String text) {
        return trimmed(Normalizer.normalize(text, Normalizer.Form.NFKC));
    }

    /** What two names have in common that a person takes for the same: in half width, without any space. */
    public static String key(String text) {
        return narrow(text).replaceAll("\\s", "");
    }
}
