package org.keizoku.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** Small questions to texts, asked by several rules. */
final class Texts {

    private static final Pattern JAPANESE = Pattern.compile("[\\p{IsHiragana}\\p{IsKatakana}\\p{IsHan}]");
    private static final Pattern ENGLISH_WORD = Pattern.compile("[A-Za-z]{4,}");

    private Texts() {}

    static boolean isJapanese(String text) {
        return text != null && JAPANESE.matcher(text).find();
    }

    /** For choices: 6+, S or 21:00 need no Japanese, a word does. */
    static boolean isEnglish(String text) {
        return !isJapanese(text) && ENGLISH_WORD.matcher(text).find();
    }

    static String of(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(file.toString(), unreadable);
        }
    }

    static List<String> commaSeparated(String text) {
        return Arrays.stream(text.split(",")).map(String::trim).toList();
    }
}
