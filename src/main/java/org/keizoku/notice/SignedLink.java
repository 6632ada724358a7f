package org.keizoku.notice;

import java.time.Instant;
import org.keizoku.activation.ActivationNumber;
import org.keizoku.plan.PersonId;

/** What a link stands for: one person, in one activation, for one purpose, until it expires. */
public record SignedLink(LinkId id, ActivationNumber activation, PersonId person, String purpose, Instant expires) {}
