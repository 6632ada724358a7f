package org.keizoku.assembly;

import org.keizoku.engine.Coded;

/** What a called person is asked to do besides saying how they are. */
public enum Attendance implements Coded {
    ASSEMBLE("assemble", "参集"),
    /** To come, without being asked how they are: no danger to people comes from the event. */
    ASSEMBLE_ONLY("assemble-only", "参集"),
    TELEWORK("telework", "在宅対応"),
    /** Nothing: the regime does not ask this person to come. */
    SAFETY_ONLY("safety-only", "安否確認");

    private final String code;
    private final String label;

    Attendance(String code, String label) {
        this.code = code;
        this.label = label;
    }

    /** Whether the person is asked how they are. */
    public boolean asksHow() {
        return this != ASSEMBLE_ONLY;
    }

    /** Whether the person is asked to come to a place. */
    public boolean asksToCome() {
        return this == ASSEMBLE || this == ASSEMBLE_ONLY;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String label() {
        return label;
    }
}
