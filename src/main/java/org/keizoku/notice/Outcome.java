package org.keizoku.notice;

import java.time.Duration;
import java.util.Optional;

/** What came of one attempt to hand a notice over; it writes itself down. */
sealed interface Outcome {

    void recordOn(Outbox outbox, HandOver handOver);

    /** For how long the provider asks for quiet, whoever the messages are for. */
    default Optional<Duration> quiet() {
        return Optional.empty();
    }

    /** The provider took it. */
    record Accepted(String providerId) implements Outcome {
        @Override
        public void recordOn(Outbox outbox, HandOver handOver) {
            outbox.accepted(handOver, providerId);
        }
    }

    /** It did not go out, and may well do so later, after the quiet that the provider asked for. */
    record TemporaryFailure(String code, String why, Optional<Duration> quiet) implements Outcome {

        TemporaryFailure(String code, String why) {
            this(code, why, Optional.empty());
        }

        @Override
        public void recordOn(Outbox outbox, HandOver handOver) {
            outbox.putOff(handOver, code, why, quiet);
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
            outbox.leaveUnknown(handOver, code, why);
        }
    }
}
