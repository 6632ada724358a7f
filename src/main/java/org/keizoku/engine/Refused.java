package org.keizoku.engine;

import java.util.Optional;
import org.camunda.bpm.engine.BadUserRequestException;

/** A request that a rule forbids or that lacks something; its message is for the person who made it, in Japanese. */
public class Refused extends BadUserRequestException {

    private static final long serialVersionUID = 1L;

    private transient RefusedAttempts.About about;
    private transient boolean told;

    public Refused(String message) {
        super(message);
    }

    /** The same, now known to be about this task. */
    Refused about(RefusedAttempts.About task) {
        about = task;
        return this;
    }

    /** Empty where it is about none. */
    Optional<RefusedAttempts.About> about() {
        return Optional.ofNullable(about);
    }

    /** Whether nobody told the record of it yet; whoever asks does. */
    boolean isFirstTold() {
        boolean first = !told;
        told = true;
        return first;
    }
}
