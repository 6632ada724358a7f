package org.keizoku.local;

import java.time.Duration;
import java.util.List;

/**
 * How the Twilio stand-in answers a request to send: as a test, or a bad night, would have it.
 *
 * @param status the HTTP status
 * @param code Twilio's error code, 0 where all is well
 * @param kept whether the message is taken, whatever the answer says
 * @param silent whether the connection is closed before any answer
 * @param delay how long the answer takes; the message is taken before it
 * @param reports what the carrier then reports by itself, in order
 */
public record Answer(
        int status, int code, String message, boolean kept, boolean silent, Duration delay, List<String> reports) {

    public static Answer accepted() {
        return new Answer(201, 0, "", true, false, Duration.ZERO, List.of());
    }

    /** Refused with this HTTP status; the message is not taken. */
    public static Answer failing(int status) {
        return status == 429
                ? new Answer(429, 20429, "Too Many Requests", false, false, Duration.ZERO, List.of())
                : new Answer(status, 20500, "Internal Server Error", false, false, Duration.ZERO, List.of());
    }

    public static Answer slow(Duration delay) {
        return new Answer(201, 0, "", true, false, delay, List.of());
    }

    /** The message is taken, but the connection closed before anybody can know. */
    public static Answer dropped() {
        return new Answer(0, 0, "", true, true, Duration.ZERO, List.of());
    }

    /** The same failure, but the message was taken all the same. */
    public Answer butKept() {
        return new Answer(status, code, message, true, silent, delay, reports);
    }

    /** The same answer, and later the carrier reports these states to the message's callback. */
    public Answer thenReporting(String... states) {
        return new Answer(status, code, message, kept, silent, delay, List.of(states));
    }
}
