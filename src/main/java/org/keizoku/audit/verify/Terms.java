package org.keizoku.audit.verify;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * What a verification holds the ledger to.
 *
 * @param activation only this one's entries (with what lies under the same seals) and history; empty for everything
 * @param trustedKeys the ids of which the newest seal must bear one; empty where nobody named any
 * @param knownHeads hashes of heads, in hex by the seal's number, that were kept outside of the database
 * @param sealedWithin how old an entry may be without a seal
 * @param outOfTime whether to stop where it is
 */
public record Terms(
        Optional<String> activation,
        Set<String> trustedKeys,
        Map<Long, String> knownHeads,
        Duration sealedWithin,
        Instant now,
        BooleanSupplier outOfTime) {}
