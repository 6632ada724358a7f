package org.keizoku.audit;

import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The Japanese words for short stable ones, from {@code messages.properties}; an unknown one stands for itself. */
@Component
public class Words {

    private final MessageSource messages;

    Words(MessageSource messages) {
        this.messages = messages;
    }

    /** For example {@code of("kind", "task-done")}: タスク完了. */
    public String of(String family, String word) {
        return word == null ? "" : messages.getMessage(family + "." + word, null, word, Locale.JAPANESE);
    }
}
