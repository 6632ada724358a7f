package org.keizoku.notice;

import java.util.List;
import org.keizoku.activation.ActivationNumber;

/** No way reached these persons: somebody must telephone. Published once for each, in the transaction that notes it as published. */
public record UnreachedFound(ActivationNumber activation, List<Unreached> unreached) {}
