package org.keizoku.people;

import java.util.Set;

/**
 * What one group may do with one thing of the engine, in the engine's words.
 *
 * @param given false where it is taken from a group that may do so with all others of its kind
 * @param resource for example {@code PROCESS_DEFINITION}
 * @param id of the thing, or {@code *}
 */
record Grant(boolean given, String group, String resource, String id, Set<String> permissions) {

    static final String ANY = "*";
}
