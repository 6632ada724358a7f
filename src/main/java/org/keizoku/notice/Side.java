package org.keizoku.notice;

import java.util.Optional;
import org.keizoku.activation.ActivationNumber;
import org.keizoku.people.contact.Contact;
import org.keizoku.plan.PersonId;

/**
 * In earnest or in a drill: the only place where a notice becomes a message of the one type or of the other.
 *
 * @param <M> the type of message of this side
 */
sealed interface Side<M extends Message> {

    boolean isDrill();

    /** Whether a notice of this activation can leave on this side by this way of the person; null for a notice about none. */
    boolean leads(ActivationNumber activation, PersonId to, Contact way);

    /** The message; empty where the recipient is not one of this side. An IllegalArgumentException for a notice of the other side. */
    Optional<M> message(HandOver notice, Contact way, String subject, String text);

    /** Everything that is not a drill. */
    record Real() implements Side<RealMessage> {

        @Override
        public boolean isDrill() {
            return false;
        }

        @Override
        public boolean leads(ActivationNumber activation, PersonId to, Contact way) {
            return activation == null || !activation.isDrill();
        }

        @Override
        public Optional<RealMessage> message(HandOver notice, Contact way, String subject, String text) {
            return Optional.of(new RealMessage(
                    notice.notice(), notice.number(), way.address(), subject, text, notice.messageId()));
        }
    }

    /** Drills, to whom the list admits. */
    record Drill(DrillRecipients recipients) implements Side<DrillMessage> {

        @Override
        public boolean isDrill() {
            return true;
        }

        @Override
        public boolean leads(ActivationNumber activation, PersonId to, Contact way) {
            return activation != null
                    && activation.isDrill()
                    && recipients.admit(to, way).isPresent();
        }

        @Override
        public Optional<DrillMessage> message(HandOver notice, Contact way, String subject, String text) {
            return recipients
                    .admit(notice.person(), way)
                    .map(admitted -> new DrillMessage(
                            notice.notice(), notice.number(), admitted, subject, text, notice.messageId()));
        }
    }
}
