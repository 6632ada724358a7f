package org.keizoku.plan.page;

/**
 * A word or figure of the plan as the page shows it.
 *
 * @param anchor the entry that it leads to, null for none
 * @param example whether the source does not say it
 */
record Value(String text, String anchor, boolean example) {

    static Value of(String text) {
        return new Value(text, null, false);
    }

    static Value link(String text, String anchor) {
        return new Value(text, anchor, false);
    }
}
