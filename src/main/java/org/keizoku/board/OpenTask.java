package org.keizoku.board;

import java.time.Instant;
import java.util.SortedSet;

/** A user task that waits; assignee and due date may be null, groups may be empty. */
record OpenTask(String id, String name, String assignee, Instant openedAt, Instant dueAt, SortedSet<String> groups) {}
