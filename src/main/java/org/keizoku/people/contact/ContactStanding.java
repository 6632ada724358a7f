package org.keizoku.people.contact;

import java.time.Duration;
import java.time.Instant;
import org.keizoku.plan.PersonId;

/**
 * What is known of a contact; it does not print its address.
 *
 * @param provedAt when a message was last known to arrive there, or the person confirmed it; null for never
 * @param staleSince since when it is in doubt; null where it is not
 */
record ContactStanding(PersonId person, Contact contact, Instant provedAt, Instant staleSince) {

    /** Whether a key that is here opens it: without one nobody is reached there, whatever was proved. */
    boolean isReadable() {
        return !contact.address().isEmpty();
    }

    /** Whether a proof of at most this age says that the person is reached there. */
    boolean isProved(Instant now, Duration validFor) {
        return isReadable()
                && staleSince == null
                && provedAt != null
                && !provedAt.plus(validFor).isBefore(now);
    }
}
