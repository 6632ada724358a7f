package org.keizoku.engine;

import org.camunda.bpm.engine.BadUserRequestException;

/** A request that a rule forbids or that lacks something; its message is for the person who made it, in Japanese. */
public class Refused extends BadUserRequestException {

    public Refused(String message) {
        super(message);
    }
}
