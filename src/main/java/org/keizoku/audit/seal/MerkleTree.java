package org.keizoku.audit.seal;

import java.util.ArrayList;
import java.util.List;

/** The Merkle tree hash of RFC 9162, section 2.1.1: leaves and nodes are told apart by their first byte. */
public final class MerkleTree {

    private static final byte[] LEAF = {0};
    private static final byte[] NODE = {1};

    private MerkleTree() {}

    public static byte[] root(List<Leaf> leaves) {
        return rootOf(leaves.stream().map(Leaf::bytes).toList());
    }

    /**
     * What proves for each leaf that it is under the root (the standard's inclusion proof, section 2.1.3): the hashes beside its way
     * up, the lowest first.
     */
    public static List<List<byte[]>> paths(List<Leaf> leaves) {
        List<List<byte[]>> paths = new ArrayList<>();
        leaves.forEach(leaf -> paths.add(new ArrayList<>()));
        List<byte[]> level =
                leaves.stream().map(leaf -> Hash.of(LEAF, leaf.bytes())).toList();
        for (int height = 0; level.size() > 1; height++) {
            for (int leaf = 0; leaf < leaves.size(); leaf++) {
                int beside = leaf >> height ^ 1;
                if (beside < level.size()) {
                    paths.get(leaf).add(level.get(beside));
                }
            }
            level = above(level);
        }
        return paths;
    }

    /** Pairs level by level; an odd last one goes up as it is, which is the standard's tree. */
    static byte[] rootOf(List<byte[]> data) {
        if (data.isEmpty()) {
            return Hash.of();
        }
        List<byte[]> level = data.stream().map(one -> Hash.of(LEAF, one)).toList();
        while (level.size() > 1) {
            level = above(level);
        }
        return level.get(0);
    }

    private static List<byte[]> above(List<byte[]> level) {
        List<byte[]> above = new ArrayList<>((level.size() + 1) / 2);
        for (int left = 0; left + 1 < level.size(); left += 2) {
            above.add(Hash.of(NODE, level.get(left), level.get(left + 1)));
        }
        if (level.size() % 2 == 1) {
            above.add(level.get(level.size() - 1));
        }
        return above;
    }
}
