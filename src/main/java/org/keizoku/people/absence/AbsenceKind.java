package org.keizoku.people.absence;

/** Why a person is away, as far as anybody else has to know: the record cannot forget, so that illness is not told from other reasons. */
public enum AbsenceKind {
    LEAVE("休暇"),
    TRIP("出張"),
    UNABLE("対応できない");

    private final String label;

    AbsenceKind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
