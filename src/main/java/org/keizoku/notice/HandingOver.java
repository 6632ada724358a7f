package org.keizoku.notice;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.keizoku.notice.Outcome.PermanentFailure;
import org.keizoku.notice.Outcome.TemporaryFailure;
import org.keizoku.notice.Outcome.Unclear;
import org.keizoku.notice.Trace.AskLater;
import org.keizoku.people.contact.Contacts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Carries one notice to its channel, outside of any transaction, and knows how to write down what came of it. */
@Component
class HandingOver {

    private static final Logger LOG = LoggerFactory.getLogger(HandingOver.class);

    private static final String DATABASE_AWAY = "the database was away";

    private final Contacts contacts;
    private final Wording wording;
    private final Outbox outbox;

    HandingOver(Contacts contacts, Wording wording, Outbox outbox) {
        this.contacts = contacts;
        this.wording = wording;
        this.outbox = outbox;
    }

    /**
     * Returns the writing down of what came of it, which can be done again where it does not succeed.
     *
     * @param quiet hears for how long the provider asks to be left alone
     */
    <M extends Message> Runnable carry(HandOver handOver, Channel<M> channel, Consumer<Duration> quiet) {
        LOG.info(
                "notice {} attempt {}: {}{}",
                handOver.notice(),
                handOver.attempt(),
                handOver.state(),
                handOver.riders().isEmpty() ? "" : " with " + handOver.riders());
        boolean toSend = handOver.state() != NoticeState.UNKNOWN;
        try {
            Optional<M> message = message(handOver, channel.side());
            if (message.isEmpty()) {
                return writing(
                        new PermanentFailure(
                                "no-contact",
                                "the contact is gone, or no longer admitted, since the notice was planned"),
                        handOver);
            }
            return toSend
                    ? writing(send(message.get(), channel, quiet), handOver)
                    : writing(channel.trace(message.get(), outbox::knows), handOver);
        } catch (DataAccessException nothingLeft) {
            return toSend
                    ? writing(new TemporaryFailure("database", DATABASE_AWAY), handOver)
                    : writing(new AskLater("database", DATABASE_AWAY), handOver);
        }
    }

    private Runnable writing(Outcome outcome, HandOver handOver) {
        return () -> outcome.recordOn(outbox, handOver);
    }

    private Runnable writing(Trace trace, HandOver handOver) {
        return () -> trace.settleOn(outbox, handOver);
    }

    /** What a channel did not foresee may have happened after the message left. */
    private static <M extends Message> Outcome send(M message, Channel<M> channel, Consumer<Duration> quiet) {
        try {
            Outcome outcome = channel.send(message);
            outcome.quiet().ifPresent(quiet);
            return outcome;
        } catch (RuntimeException unforeseen) {
            return new Unclear("unforeseen", unforeseen.getClass().getSimpleName());
        }
    }

    private <M extends Message> Optional<M> message(HandOver handOver, Side<M> side) {
        return contacts.of(handOver.person()).stream()
                .filter(contact -> contact.channel() == handOver.channel() && contact.position() == handOver.position())
                .findFirst()
                .flatMap(way -> wording.of(handOver, way, side));
    }
}
