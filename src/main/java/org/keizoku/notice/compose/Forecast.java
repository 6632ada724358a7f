package org.keizoku.notice.compose;

import java.time.Duration;

/**
 * What sending a text will take.
 *
 * @param bySms how many persons have it by SMS
 * @param byMail how many have it by mail
 * @param byNone how many cannot be told at all
 * @param untilLast how long the provider sends until the last SMS is on its way
 */
record Forecast(SmsLength length, int people, long bySms, long byMail, long byNone, Duration untilLast) {

    public boolean needsMoreThanOneSegment() {
        return bySms > 0 && length.segments() > 1;
    }
}
