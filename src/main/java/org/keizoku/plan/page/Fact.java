package org.keizoku.plan.page;

import java.util.List;
import java.util.Locale;

/** What an entry says about one thing. */
record Fact(String label, List<Value> values, Shape shape) {

    /** How several values stand together. */
    enum Shape {
        /** One after the other in a line. */
        LINE,
        /** Each in a line of its own. */
        LIST,
        /** The same with numbers, where the order counts. */
        ORDER;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
