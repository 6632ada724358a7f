package org.keizoku.approval;

import java.time.Instant;
import org.keizoku.activation.ActivationNumber;

/**
 * A decision as it stands on the record.
 *
 * @param outcome the value that the procedure reads; null while it is pending
 * @param capacity in which capacity the person decided
 * @param facts what whoever decided had before them, as it was then
 * @param higherRanks the ranks above with the results of asking them, persons by their ids; empty where the highest decided
 */
public record DecisionMade(
        ActivationNumber activation,
        String decision,
        Instant askedAt,
        String outcome,
        String reason,
        String decidedBy,
        String capacity,
        String facts,
        String higherRanks,
        Instant decidedAt) {}
