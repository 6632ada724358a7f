package org.keizoku.notice;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** One look at what was lost: each notice, then each activation's list, in a transaction of its own, so that none holds up another. */
@Component
class FollowUp {

    private static final Logger LOG = LoggerFactory.getLogger(FollowUp.class);

    private final NextWay nextWay;
    private final UnreachedPeople unreached;

    FollowUp(NextWay nextWay, UnreachedPeople unreached) {
        this.nextWay = nextWay;
        this.unreached = unreached;
    }

    /** Returns whether anything was followed up. */
    boolean look() {
        long followed = nextWay.lost().stream()
                .filter(lost -> done("notice " + lost.id(), () -> nextWay.follow(lost)))
                .count();
        long told = unreached.untold().stream()
                .filter(activation -> done("the unreached of " + activation, () -> unreached.tell(activation)))
                .count();
        return followed + told > 0;
    }

    private static boolean done(String what, Runnable work) {
        try {
            work.run();
            return true;
        } catch (DataAccessResourceFailureException | TransactionException databaseAway) {
            throw databaseAway;
        } catch (RuntimeException failed) {
            LOG.error("{} could not be followed up, trying again: {}", what, failed.toString());
            return false;
        }
    }
}
