package org.keizoku.notice;

import java.time.Instant;
import org.keizoku.plan.PersonId;

/**
 * One attempt to tell a person something by one way, or a notice that no attempt was made of; without number or address.
 *
 * @param way the channel in Japanese, with a number from the second address on
 * @param n which attempt of the notice, 0 where there was none
 * @param at when it began, or came into its state where there was none
 * @param state what became of it, in Japanese
 * @param notReached whether the person must be taken for not reached by it
 * @param why code and words of the failure; empty where there is none
 */
public record Attempt(
        PersonId person, String subject, String way, int n, Instant at, String state, boolean notReached, String why) {}
