package org.keizoku.assembly;

import org.keizoku.activation.ActivationNumber;
import org.keizoku.plan.PersonId;

/**
 * A called person answered, or changed their answer: published in the transaction in which it is written down.
 *
 * @param answer all that the person has answered so far
 */
public record AnswerGiven(ActivationNumber activation, PersonId person, Answer answer) {}
