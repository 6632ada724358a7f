package org.keizoku.activation;

/** It became known that somebody cannot act in an activation: whoever waits for them need not wait any longer. */
public record AbsenceKnown(ActivationNumber activation) {}
