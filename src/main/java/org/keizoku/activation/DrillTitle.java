package org.keizoku.activation;

import org.keizoku.engine.TaskTitle;
import org.springframework.stereotype.Component;

/** Heads every task of a drill with its mark, so that nobody does in earnest what is only practised, nor the other way round. */
@Component
class DrillTitle implements TaskTitle {

    @Override
    public String of(String activation, String title) {
        return ActivationNumber.of(activation)
                .map(number -> number.marked(title))
                .orElse(title);
    }
}
