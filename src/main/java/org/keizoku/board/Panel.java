package org.keizoku.board;

import org.keizoku.activation.Activation;
import org.keizoku.plan.Plan;

/** One part of the situation page; it asks the features, which know nothing of the board. */
interface Panel {

    /** The name of the fragment in {@code templates/board/panels.html} that shows it. */
    String fragment();

    /** What the fragment shows as {@code it}; null where the panel does not stand on the page. */
    Object of(Activation activation, Plan plan);

    /** A panel with its content, ready to be shown. */
    record Shown(String fragment, Object it) {}
}
