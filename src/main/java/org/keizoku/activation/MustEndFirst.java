package org.keizoku.activation;

import java.util.List;

/** A feature's say in whether an activation may be closed: what of it must have ended before. */
public interface MustEndFirst {

    /** What is still open in the activation, each in words for whoever would close it; empty where nothing is. */
    List<String> openIn(ActivationNumber activation);
}
