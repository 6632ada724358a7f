package org.keizoku.notice;

import org.keizoku.plan.PersonId;

/**
 * A person whom no way reached with a notice.
 *
 * @param subject what it was about
 * @param why what became of each way, in Japanese
 */
public record Unreached(PersonId person, String step, String subject, String why) {}
