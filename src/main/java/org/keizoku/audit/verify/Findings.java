package org.keizoku.audit.verify;

import java.util.ArrayList;
import java.util.List;

/** The findings so far; after a hundred nobody reads on. */
final class Findings {

    static final int ENOUGH = 100;

    private final List<Finding> found = new ArrayList<>();

    void add(Finding finding) {
        if (!isFull()) {
            found.add(finding);
        }
    }

    boolean isFull() {
        return found.size() >= ENOUGH;
    }

    List<Finding> all() {
        return List.copyOf(found);
    }
}
