package org.keizoku.audit.replay;

import java.time.Instant;

/**
 * One run of a procedure within an activation: an instance of a process.
 *
 * @param definition the version of the model that it runs
 * @param name what people call the procedure
 * @param caller the run that called it, null where it stands by itself
 * @param endedAt null while it runs
 */
record Run(
        String id, String definition, String process, String name, String caller, Instant startedAt, Instant endedAt) {}
