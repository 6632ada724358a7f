package org.keizoku.engine;

import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;

/**
 * A refusal in its own words: the engine wraps what a task listener throws in a sentence of its own, and the person at the form would
 * read that instead. Outside of the transaction, which has rolled back by then.
 */
final class RefusalsSpeak extends CommandInterceptor {

    @Override
    public <T> T execute(Command<T> command) {
        try {
            return next.execute(command);
        } catch (ProcessEngineException wrapped) {
            for (Throwable cause = wrapped; cause != null; cause = cause.getCause()) {
                if (cause instanceof Refused refused) {
                    throw refused;
                }
            }
            throw wrapped;
        }
    }
}
