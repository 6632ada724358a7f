package org.keizoku.plan;

import java.time.Instant;
import org.keizoku.engine.Actor;

/**
 * By whom and why a version of the plan was accepted.
 *
 * @param by the person's id, or {@link Actor#SYSTEM}
 * @param capacity in which capacity, in Japanese
 * @param reason what the version is for, in the words of who proposed it
 */
public record Approval(String by, String capacity, Instant at, String reason) {

    /** Nobody was asked: the text was put into the file or shipped with the software. */
    static Approval atStart(Instant at) {
        return new Approval(Actor.SYSTEM, "起動時", at, "");
    }
}
