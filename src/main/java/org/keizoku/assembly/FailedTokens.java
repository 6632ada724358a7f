package org.keizoku.assembly;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Counts links that did not work, by client address and minute. A link that works is always served: carriers put thousands of phones
 * behind one address, and a signature of 96 bits is not guessed.
 */
@Component
class FailedTokens {

    static final int PER_MINUTE = 20;

    /** As many addresses as one minute may fill memory with; a flood from more of them is refused as a whole. */
    private static final int MOST_ADDRESSES = 10_000;

    private final Clock clock;
    private final Map<String, Integer> failures = new HashMap<>();
    private long minute;

    FailedTokens(Clock clock) {
        this.clock = clock;
    }

    /** Counts one more, and says whether that is too many. */
    synchronized boolean oneMoreIsTooMany(String client) {
        long now = clock.instant().getEpochSecond() / 60;
        if (now != minute) {
            failures.clear();
            minute = now;
        }
        if (failures.size() >= MOST_ADDRESSES && !failures.containsKey(client)) {
            return true;
        }
        return failures.merge(client, 1, Integer::sum) > PER_MINUTE;
    }
}
