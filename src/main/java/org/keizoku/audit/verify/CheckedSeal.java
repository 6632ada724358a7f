package org.keizoku.audit.verify;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keizoku.audit.seal.Head;
import org.keizoku.audit.seal.Leaf;
import org.keizoku.audit.seal.MerkleTree;
import org.keizoku.audit.seal.Seal;
import org.keizoku.audit.seal.VerifyingKey;

/**
 * A seal with what can be said of it alone.
 *
 * @param signed whether its key signed it; empty where nobody knows the key
 * @param leaves null where they are not those that were signed
 */
record CheckedSeal(Seal seal, Optional<Boolean> signed, List<Leaf> leaves) {

    static CheckedSeal of(Seal seal, Map<String, VerifyingKey> keys) {
        Head head = seal.head();
        return new CheckedSeal(
                seal,
                Optional.ofNullable(keys.get(head.keyId())).map(key -> key.signed(head.bytes(), seal.signature())),
                leaves(seal));
    }

    private static List<Leaf> leaves(Seal seal) {
        try {
            List<Leaf> leaves = Leaf.read(seal.leaves());
            Head head = seal.head();
            boolean signed = leaves.size() == head.entries() && Arrays.equals(MerkleTree.root(leaves), head.root());
            return signed ? leaves : null;
        } catch (IllegalArgumentException notLeaves) {
            return null;
        }
    }

    Head head() {
        return seal.head();
    }
}
