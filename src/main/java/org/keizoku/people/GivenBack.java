package org.keizoku.people;

/**
 * A task that a person had taken and may not have any more.
 *
 * @param activation the activation's number, null outside of one
 */
record GivenBack(String activation, String task, String person) {}
