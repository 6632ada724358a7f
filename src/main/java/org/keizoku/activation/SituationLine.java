package org.keizoku.activation;

import java.util.Optional;

/** A feature's line on how an activation stands at this moment, for those who decide and for the record of what they knew. */
public interface SituationLine {

    /** One line of Japanese; empty where there is nothing to say yet. */
    Optional<String> of(ActivationNumber activation);
}
