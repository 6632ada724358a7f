package org.keizoku.engine;

/** A decision table that cannot be read, or that fails on the facts it is asked about. */
public class BrokenTable extends RuntimeException {

    BrokenTable(String table, Throwable cause) {
        super("%s: %s".formatted(table, cause.getMessage()), cause);
    }
}
