package org.keizoku.assembly;

/** Whether a person is unhurt. */
public enum Safety {
    SAFE("無事"),
    INJURED("負傷");

    private final String label;

    Safety(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
