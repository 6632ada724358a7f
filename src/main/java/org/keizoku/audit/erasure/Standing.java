package org.keizoku.audit.erasure;

import java.util.Set;

/**
 * Texts of an erasure in a row that nobody can write over.
 *
 * @param columns as people are told of them
 */
record Standing(String table, String columns, Set<String> texts) {}
