package org.keizoku.people.contact;

import java.time.Instant;
import org.keizoku.plan.PersonId;

/** A contact at which a message did not arrive; without its address. */
public record DoubtfulContact(PersonId person, ContactChannel channel, int position, Instant since) {}
