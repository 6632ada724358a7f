package org.keizoku.activation;

import java.util.Optional;
import org.keizoku.plan.PersonId;

/**
 * Something that those who were called must hear: that the activation was corrected or stood down, where recovery will be.
 *
 * @param about what it is about: the key of its notices, for example {@code stood-down}
 * @param only the one person to be told; empty for everybody who was told anything in this activation
 */
public record Announcement(ActivationNumber activation, String about, String text, Optional<PersonId> only) {}
