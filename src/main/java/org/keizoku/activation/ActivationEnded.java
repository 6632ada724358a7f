package org.keizoku.activation;

/** An activation was closed or stood down: published in the transaction in which it ends, for what belongs to it and must end as well. */
public record ActivationEnded(ActivationNumber activation) {}
