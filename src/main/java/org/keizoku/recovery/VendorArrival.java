package org.keizoku.recovery;

import java.time.Duration;
import java.time.Instant;
import org.keizoku.engine.Refused;

/** Until when a vendor must be there: what was agreed beforehand counts, what is promised in the night where nothing was. */
final class VendorArrival {

    private VendorArrival() {}

    /**
     * The moment; a {@link Refused} where neither is known, or the promise lies in the past.
     *
     * @param accepted when the vendor accepted the request
     * @param agreed how soon after a call the vendor comes, null where the plan has nothing
     * @param promised when the vendor says it comes, null where it did not say
     */
    static Instant due(Instant accepted, Duration agreed, Instant promised) {
        if (promised != null && promised.isBefore(accepted)) {
            throw new Refused("到着の予定が過去です。既に対応を始めているときは「到着・対応中」を選んでください。");
        }
        if (agreed != null) {
            return accepted.plus(agreed);
        }
        if (promised == null) {
            throw new Refused("到着の予定を入力してください。この事業者とは到着までの時間の取り決めがありません。");
        }
        return promised;
    }
}
