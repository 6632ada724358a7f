package org.keizoku.notice;

import java.util.Optional;
import org.keizoku.activation.ActivationNumber;

/**
 * A notice in earnest; it does not print address or words. It cannot be made of a drill's notice, and never bears the mark of a drill: what
 * somebody typed must not keep people at home.
 *
 * @param activation null where it is about none
 */
record RealMessage(
        long notice,
        ActivationNumber activation,
        String address,
        String subject,
        String text,
        Optional<String> messageId)
        implements Message {

    RealMessage {
        if (activation != null && activation.isDrill()) {
            throw new IllegalArgumentException("notice %d is a drill's".formatted(notice));
        }
        subject = unmarked(subject);
        text = unmarked(text);
    }

    private static String unmarked(String words) {
        return words.replace(ActivationNumber.DRILL_MARK, "訓練");
    }

    @Override
    public String toString() {
        return "RealMessage[notice %d]".formatted(notice);
    }
}
