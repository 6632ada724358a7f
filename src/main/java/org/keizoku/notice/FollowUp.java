package org.keizoku.notice;

import org.springframework.stereotype.Component;

/** One look at what was lost: each notice in a transaction of its own, so that none holds up another, then the list of the unreached. */
@Component
class FollowUp {

    private final NextWay nextWay;
    private final UnreachedPeople unreached;

    FollowUp(NextWay nextWay, UnreachedPeople unreached) {
        this.nextWay = nextWay;
        this.unreached = unreached;
    }

    /** Returns whether there was anything to follow up. */
    boolean look() {
        var lost = nextWay.lost();
        lost.forEach(nextWay::follow);
        unreached.tell();
        return !lost.isEmpty();
    }
}
