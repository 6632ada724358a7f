package org.keizoku.audit.search;

import java.util.Set;
import java.util.TreeSet;

/**
 * The pieces of a text as numbers: every character, every two that stand beside each other, and every four ASCII letters or digits. A text that
 * contains a word contains all its pieces; the other way round it may be otherwise, so whoever finds pieces looks at the text. Japanese has no
 * spaces between words, and its words are as short as two characters.
 */
final class Grams {

    private static final int LONG = 4;
    private static final int ASCII_BITS = 7;
    /** Numbers of pairs that are rare here (Hangul, halves of emoji): where two pieces share a number, a look too many is all. */
    private static final int LONG_MARK = 0xD000_0000;

    private final Set<Integer> found = new TreeSet<>();

    /** Adds the text's pieces; large and small letters are the same. */
    Grams add(String text) {
        int before = 0;
        int ascii = 0;
        int run = 0;
        for (int n = 0; n < text.length(); n++) {
            // One character at a time, as the database's lower() does it: no word grows longer by it.
            char letter = Character.toLowerCase(text.charAt(n));
            found.add((int) letter);
            if (n > 0) {
                found.add(before << Character.SIZE | letter);
            }
            boolean plain = letter < 1 << ASCII_BITS && Character.isLetterOrDigit(letter);
            run = plain ? run + 1 : 0;
            ascii = (ascii << ASCII_BITS | letter) & (1 << LONG * ASCII_BITS) - 1;
            if (run >= LONG) {
                found.add(LONG_MARK | ascii);
            }
            before = letter;
        }
        return this;
    }

    Integer[] all() {
        return found.toArray(Integer[]::new);
    }
}
