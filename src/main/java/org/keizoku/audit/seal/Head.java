package org.keizoku.audit.seal;

import java.time.Instant;

/**
 * What a seal says and its key signs.
 *
 * @param no counted from 1 without gaps
 * @param fromId the first id that this seal answers for
 * @param toId the last one; ids between them that are not under the seal were never committed
 * @param entries how many entries are under it
 * @param root the Merkle tree hash of its leaves
 * @param previous the hash of the seal before, zeros for the first
 * @param keyId whose signature it bears
 */
public record Head(
        long no, long fromId, long toId, int entries, byte[] root, byte[] previous, Instant sealedAt, String keyId) {

    /** What the first seal stands on. */
    public static final byte[] NOTHING = new byte[Hash.BYTES];

    public byte[] bytes() {
        return new Canonical("keizoku-seal-1")
                .add(no)
                .add(fromId)
                .add(toId)
                .add(entries)
                .add(root)
                .add(previous)
                .add(sealedAt)
                .add(keyId)
                .bytes();
    }

    public byte[] hash() {
        return Hash.of(bytes());
    }
}
