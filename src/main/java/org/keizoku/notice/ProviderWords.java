package org.keizoku.notice;

/** What a provider says of a failure, fit to be kept: without the number or address that it likes to repeat. */
final class ProviderWords {

    private static final int KEPT = 200;

    private ProviderWords() {}

    static String fit(String words) {
        if (words == null) {
            return "";
        }
        String masked = words.replaceAll("[^\\s<>\"']+@[^\\s<>\"']+", "***")
                .replaceAll("\\+?\\d[\\d ()-]{6,}\\d", "***")
                .replaceAll("\\s+", " ")
                .trim();
        return masked.length() <= KEPT ? masked : masked.substring(0, KEPT - 1) + "…";
    }
}
