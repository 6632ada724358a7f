package org.keizoku.audit.verify;

import java.util.List;
import java.util.Optional;
import org.keizoku.audit.seal.Head;

/**
 * What a verification found, the first broken thing first.
 *
 * @param entries how many entries were compared
 * @param unsealed how many of them are not under a seal yet
 * @param seals how many seals were checked
 * @param newest the newest seal's head, to be compared with one kept elsewhere
 * @param whole whether it got to the end: not where time ran out or where there was too much to tell
 */
public record Result(
        long entries, long unsealed, long seals, Optional<Head> newest, List<Finding> findings, boolean whole) {

    public boolean isSound() {
        return findings.isEmpty() && whole;
    }
}
