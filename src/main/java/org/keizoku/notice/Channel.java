package org.keizoku.notice;

import java.util.Optional;
import java.util.function.Predicate;
import org.keizoku.people.contact.ContactChannel;

/**
 * A way out of the house: hands a message to a provider, once.
 *
 * @param <M> real messages or a drill's: no channel takes both
 */
interface Channel<M extends Message> {

    Side<M> side();

    ContactChannel kind();

    /** How many hand-overs run side by side, so that one slow recipient holds up nobody else. */
    int workers();

    /** Whether the provider reports what became of a message after it took it. */
    default boolean reports() {
        return false;
    }

    /** The id that the message bears on every attempt, where the channel knows such a thing. */
    default Optional<String> messageId(long notice) {
        return Optional.empty();
    }

    Outcome send(M message);

    /** Gives back what it keeps open for the next message and did not need for a while; called at each look. */
    default void rest() {}

    /**
     * What became of a hand-over that nobody saw the end of.
     *
     * @param known whether a message of the provider is that of another notice
     */
    Trace trace(M message, Predicate<String> known);
}
