package org.keizoku.notice.compose;

import java.util.stream.IntStream;

/**
 * How much of an SMS a text takes (3GPP TS 23.038 and 23.040): 160 characters of the GSM-7 alphabet or 70 UTF-16 units in one message, 153 or 67 in
 * each part of a longer one. One character outside of the alphabet, every Japanese one among them, makes the whole text UTF-16. A character of two
 * units is never cut in two.
 *
 * @param units UTF-16 units, or GSM-7 septets
 * @param segments how many messages the provider sends and charges
 * @param gsm whether it fits into GSM-7
 */
record SmsLength(int units, int segments, boolean gsm) {

    private static final String BASIC = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
            + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
    /** Each is sent with an escape before it. */
    private static final String EXTENDED = "\f^{}\\[~]|€";

    private static final int GSM_ALONE = 160;
    private static final int GSM_PART = 153;
    private static final int UTF16_ALONE = 70;
    private static final int UTF16_PART = 67;

    static SmsLength of(String text) {
        boolean gsm = text.codePoints().allMatch(SmsLength::isGsm);
        int[] widths = text.codePoints()
                .map(character -> gsm ? septets(character) : Character.charCount(character))
                .toArray();
        int units = IntStream.of(widths).sum();
        boolean alone = units <= (gsm ? GSM_ALONE : UTF16_ALONE);
        return new SmsLength(units, alone ? 1 : parts(widths, gsm ? GSM_PART : UTF16_PART), gsm);
    }

    private static int parts(int[] widths, int room) {
        int parts = 1;
        int used = 0;
        for (int width : widths) {
            if (used + width > room) {
                parts++;
                used = 0;
            }
            used += width;
        }
        return parts;
    }

    private static boolean isGsm(int character) {
        return BASIC.indexOf(character) >= 0 || EXTENDED.indexOf(character) >= 0;
    }

    private static int septets(int character) {
        return EXTENDED.indexOf(character) >= 0 ? 2 : 1;
    }
}
