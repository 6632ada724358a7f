package org.keizoku.downgrade;

import java.time.Instant;

/** A longer time that was asked for. */
record Extension(long number, long downgrade, Instant until, String reason, String requestedBy) {}
