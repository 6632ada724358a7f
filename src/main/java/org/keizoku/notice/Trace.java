package org.keizoku.notice;

/** What a provider says about a hand-over that nobody saw the end of; it writes itself down. */
sealed interface Trace {

    void settleOn(Outbox outbox, HandOver handOver);

    /** The provider has it. */
    record Found(String providerId) implements Trace {
        @Override
        public void settleOn(Outbox outbox, HandOver handOver) {
            outbox.accepted(handOver, providerId);
        }
    }

    /** The provider never got it. */
    record Absent() implements Trace {
        @Override
        public void settleOn(Outbox outbox, HandOver handOver) {
            outbox.planAgain(handOver);
        }
    }

    /** Nobody can be asked: it goes again, and says so. */
    record Unaskable() implements Trace {
        @Override
        public void settleOn(Outbox outbox, HandOver handOver) {
            outbox.planAgainPossiblyDouble(handOver);
        }
    }

    /** The provider does not answer now. */
    record AskLater(String code, String why) implements Trace {
        @Override
        public void settleOn(Outbox outbox, HandOver handOver) {
            outbox.leaveUnknown(handOver, code, why);
        }
    }
}
