package org.keizoku.notice;

import java.util.Optional;
import org.keizoku.activation.ActivationNumber;

/**
 * A notice of a drill; it does not print address or words. It cannot be made of a real notice, goes only to whom the allow-list admits, and
 * subject and text begin with the mark of a drill, whatever they say.
 *
 * @param to the proof that the allow-list admits the recipient
 */
record DrillMessage(
        long notice,
        ActivationNumber activation,
        DrillRecipients.Admitted to,
        String subject,
        String text,
        Optional<String> messageId)
        implements Message {

    DrillMessage {
        if (activation == null || !activation.isDrill()) {
            throw new IllegalArgumentException("notice %d is not a drill's".formatted(notice));
        }
        subject = activation.marked(subject);
        text = activation.marked(text);
    }

    @Override
    public String address() {
        return to.address();
    }

    @Override
    public String toString() {
        return "DrillMessage[notice %d]".formatted(notice);
    }
}
