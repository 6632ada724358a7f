package org.keizoku.notice;

import java.time.Duration;
import java.util.Optional;

/** The provider could not be talked to properly; not about this message. */
class ProviderTrouble extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;
    private final boolean mayHaveArrived;
    private final transient Optional<Duration> quiet;

    ProviderTrouble(String code, boolean mayHaveArrived, String message) {
        this(code, mayHaveArrived, message, Optional.empty());
    }

    ProviderTrouble(String code, boolean mayHaveArrived, String message, Optional<Duration> quiet) {
        super(message);
        this.code = code;
        this.mayHaveArrived = mayHaveArrived;
        this.quiet = quiet;
    }

    String code() {
        return code;
    }

    /** Whether the request had left before it went wrong. */
    boolean mayHaveArrived() {
        return mayHaveArrived;
    }

    /** For how long the provider asks to be left alone. */
    Optional<Duration> quiet() {
        return quiet;
    }
}
