package org.keizoku.downgrade;

/** A part in one matter; each is another person's. */
enum Part {
    REQUESTER("申請者"),
    APPROVER("承認者"),
    EXECUTOR("実施者"),
    VERIFIER("確認者");

    private final String label;

    Part(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }
}
