package org.keizoku.report;

import java.time.Instant;
import org.keizoku.activation.ActivationNumber;

/**
 * One report to headquarters.
 *
 * @param number counted from 1 within the activation
 * @param capacity in which capacity it was signed; null until signed
 */
public record HeadquartersReport(
        ActivationNumber activation,
        int number,
        String text,
        Instant draftedAt,
        String signedBy,
        String capacity,
        String remarks,
        Instant signedAt,
        Instant handedOverAt) {}
