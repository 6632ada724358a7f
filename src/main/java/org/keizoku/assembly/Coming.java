package org.keizoku.assembly;

/** Whether a person comes to the place of assembly. */
public enum Coming {
    COMING("参集する"),
    WORKING_ELSEWHERE("別の場所で対応"),
    UNABLE("参集できない");

    private final String label;

    Coming(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
