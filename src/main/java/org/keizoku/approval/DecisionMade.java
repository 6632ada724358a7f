package org.keizoku.approval;

import java.time.Instant;
import org.keizoku.activation.ActivationNumber;

/**
 * A decision as it stands on the record.
 *
 * @param outcome the value that the procedure reads; null while it is pending
 * @param capacity in which capacity the person decided
 */
public record DecisionMade(
        ActivationNumber activation,
        String decision,
        Instant askedAt,
        String outcome,
        String reason,
        String decidedBy,
        String capacity,
        Instant decidedAt) {}
