package org.keizoku.plan.lint;

/**
 * Something done to an entry of a plan, however deep.
 *
 * @param at which entry, as a share (0 to 1) of all
 * @param other another entry
 * @param value YAML to put in the entry's place
 */
record TreeMutation(Kind kind, double at, double other, String value) {

    enum Kind {
        DELETE,
        REPEAT,
        RENAME,
        REPLACE,
        REPLACE_BY_OTHER
    }

    void apply(PlanTree tree) {
        switch (kind) {
            case DELETE -> tree.delete(at);
            case REPEAT -> tree.repeat(at);
            case RENAME -> tree.rename(at, value);
            case REPLACE -> tree.replace(at, value);
            case REPLACE_BY_OTHER -> tree.replaceByOther(at, other);
        }
    }
}
