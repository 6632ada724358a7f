package org.keizoku.platform;

/**
 * What can be done from the command line without starting the application: a picocli command, named in
 * {@code META-INF/services/org.keizoku.platform.Command} by the feature that brings it.
 */
public interface Command {}
