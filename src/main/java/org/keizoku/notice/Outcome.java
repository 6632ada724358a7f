package org.keizoku.notice;

/** What came of one attempt to hand a notice over; it writes itself down. */
sealed interface Outcome {

    void recordOn(Outbox outbox, HandOver handOver);

    /** The provider took it. */
    record Accepted(String providerId) implements Outcome {
        @Override
        public void recordOn(Outbox outbox, HandOver handOver) {
            outbox.accepted(handOver, providerId);
        }
    }

    /** It did not go out, and may well do so later. */
    record TemporaryFailure(String code, String why) implements Outcome {
        @Override
        public void recordOn(Outbox outbox, HandOver handOver) {
            outbox.putOff(handOver, NoticeState.PLANNED, code, why);
        }
    }

    /** It will never go out like this. */
    record PermanentFailure(String code, String why) implements Outcome {
        @Override
        public void recordOn(Outbox outbox, HandOver handOver) {
            outbox.refused(handOver, code, why);
        }
    }

    /** The connection broke after the message had left: it may have gone out, so the provider is asked before it goes again. */
    record Unclear(String code, String why) implements Outcome {
        @Override
        public void recordOn(Outbox outbox, HandOver handOver) {
            outbox.putOff(handOver, NoticeState.UNKNOWN, code, why);
        }
    }
}
