package org.keizoku.notice;

import java.time.Instant;

/**
 * Where a notice goes from a hand-over, and why.
 *
 * @param due when there is something to do for it again
 * @param providerId the provider's name for the message; null where it has none, or bears it already
 * @param failure TEMPORARY or PERMANENT where it failed, otherwise null
 * @param code why it did not go out; null where it did
 * @param again whether the person may get it twice now
 */
record Step(NoticeState to, Instant due, String providerId, String failure, String code, String words, boolean again) {

    static Step accepted(Instant now, String providerId) {
        return new Step(NoticeState.ACCEPTED, now, providerId, null, null, "", false);
    }

    static Step failed(Instant now, String failure, String code, String words) {
        return new Step(NoticeState.FAILED, now, null, failure, code, words, false);
    }

    static Step putOff(NoticeState until, Instant due, String code, String words) {
        return new Step(until, due, null, null, code, words, false);
    }

    static Step again(Instant now, boolean possiblyDouble) {
        return new Step(NoticeState.PLANNED, now, null, null, null, "", possiblyDouble);
    }

    /** The same for what rides with the notice: the message is named by that one alone. */
    Step ofRider() {
        return new Step(to, due, null, failure, code, words, again);
    }

    /** As it is kept with the notice; null where nothing failed. */
    String error() {
        return code == null ? null : (code + " " + words).trim();
    }
}
