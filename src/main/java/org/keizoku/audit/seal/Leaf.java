package org.keizoku.audit.seal;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** An entry under a seal: its id and its hash. */
public record Leaf(long id, byte[] hash) {

    private static final int BYTES = Long.BYTES + Hash.BYTES;

    public static Leaf of(EntryRow entry) {
        return new Leaf(entry.id(), entry.hash());
    }

    /** The leaves as a seal keeps them. */
    static byte[] written(List<Leaf> leaves) {
        var bytes = ByteBuffer.allocate(leaves.size() * BYTES);
        leaves.forEach(leaf -> bytes.putLong(leaf.id).put(leaf.hash));
        return bytes.array();
    }

    /** The leaves that a seal keeps; an IllegalArgumentException where the bytes are none. */
    public static List<Leaf> read(byte[] kept) {
        if (kept.length % BYTES != 0) {
            throw new IllegalArgumentException("not a list of leaves: %d bytes".formatted(kept.length));
        }
        var bytes = ByteBuffer.wrap(kept);
        List<Leaf> leaves = new ArrayList<>(kept.length / BYTES);
        while (bytes.hasRemaining()) {
            long id = bytes.getLong();
            byte[] hash = new byte[Hash.BYTES];
            bytes.get(hash);
            leaves.add(new Leaf(id, hash));
        }
        return leaves;
    }

    byte[] bytes() {
        return ByteBuffer.allocate(BYTES).putLong(id).put(hash).array();
    }
}
