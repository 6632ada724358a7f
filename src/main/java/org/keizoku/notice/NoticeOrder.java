package org.keizoku.notice;

import java.util.Optional;
import org.keizoku.activation.ActivationNumber;
import org.keizoku.plan.PersonId;

/**
 * What one person is to be told, on every channel of theirs; activation, step, round and person are its key, so that ordering it twice
 * tells it once.
 *
 * @param activation null where it is about none, for example about the plan itself
 * @param step what it is about, for example {@code call-out}, {@code decision/recovery-base}
 * @param round 0 the first time, then one more for each reminder
 * @param subject the mail's subject
 * @param text short Japanese text; the word {@code {link}} is replaced by the address at hand-over
 * @param link the signed link that stands for {@code {link}}; empty where the text has none
 */
public record NoticeOrder(
        ActivationNumber activation,
        String step,
        int round,
        PersonId to,
        Urgency urgency,
        String subject,
        String text,
        Optional<LinkId> link) {

    /** As the table has it. */
    String activationNumber() {
        return activation == null ? null : activation.value();
    }
}
