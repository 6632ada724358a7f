package org.keizoku.revision;

/** What somebody wrote, as a notice or a sentence can carry it. */
final class OneLine {

    private OneLine() {}

    static String of(String words) {
        return words.replaceAll("[\\p{Cntrl}]+", " ").strip();
    }
}
