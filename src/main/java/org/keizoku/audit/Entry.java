package org.keizoku.audit;

import java.time.Instant;
import java.util.Map;

/**
 * One line of the ledger.
 *
 * @param id its place in the order of the record
 * @param activation the activation's number, null where it concerns none
 * @param capacity in which capacity the actor acted, null where it is plain
 * @param told one Japanese sentence; a person stands in it as {@code {person-id}}
 * @param values what was entered or decided, in the order shown
 */
public record Entry(
        long id,
        String activation,
        Instant at,
        String actor,
        String capacity,
        String kind,
        String told,
        Map<String, Object> values,
        Instant recordedAt) {}
