package org.keizoku.engine;

import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;

/**
 * A refusal in its own words: the engine wraps what a task listener throws in a sentence of its own, and the person at the form would
 * read that instead. Outside of the transaction, which has rolled back by then, so that the attempt can go on record.
 */
final class RefusalsSpeak extends CommandInterceptor {

    private final RefusedAttempts attempts;

    RefusalsSpeak(RefusedAttempts attempts) {
        this.attempts = attempts;
    }

    @Override
    public <T> T execute(Command<T> command) {
        // A command within another: whether it all fails is not known yet, and the outer one tells it.
        boolean outermost = Context.getCommandContext() == null;
        try {
            return next.execute(command);
        } catch (ProcessEngineException failed) {
            var refusal = refusal(failed);
            if (outermost && refusal != null) {
                attempts.tell(command.getClass().getSimpleName(), refusal);
            }
            throw refusal instanceof Refused ? refusal : failed;
        }
    }

    /** What lies under it of a rule or of a missing right; null where it failed otherwise. */
    private static ProcessEngineException refusal(ProcessEngineException failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refused || cause instanceof AuthorizationException) {
                return (ProcessEngineException) cause;
            }
        }
        return null;
    }
}
