package org.keizoku.notice;

/** The provider could not be talked to properly; not about this message. */
class ProviderTrouble extends RuntimeException {

    private final String code;
    private final boolean mayHaveArrived;

    ProviderTrouble(String code, boolean mayHaveArrived, String message) {
        super(message);
        this.code = code;
        this.mayHaveArrived = mayHaveArrived;
    }

    String code() {
        return code;
    }

    /** Whether the request had left before it went wrong. */
    boolean mayHaveArrived() {
        return mayHaveArrived;
    }
}
