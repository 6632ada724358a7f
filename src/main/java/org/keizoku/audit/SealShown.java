package org.keizoku.audit;

import org.keizoku.audit.seal.Hash;
import org.keizoku.audit.seal.Head;
import org.keizoku.platform.JapanTime;

/** The newest seal as people read it, and copy it to keep it elsewhere. */
record SealShown(long no, String sealedAt, long toId, String hash, String keyId) {

    static SealShown of(Head head) {
        return new SealShown(
                head.no(), JapanTime.exact(head.sealedAt()), head.toId(), Hash.hex(head.hash()), head.keyId());
    }
}
