package org.keizoku.local;

import java.time.Instant;

/** One mail that the stand-in took, for one recipient. */
public record Mail(String to, String from, String subject, String body, Instant at, String messageId) {}
