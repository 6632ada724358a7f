package org.keizoku.engine;

import java.util.Arrays;
import java.util.Locale;

/** What a person does in a matter that needs more than one person; nobody does two of these in the same matter. */
public enum Side {
    REQUESTER("申請・提案"),
    APPROVER("承認・判断"),
    EXECUTOR("実施"),
    VERIFIER("確認");

    /** The property of a user task that names its side, for example {@code verifier}. */
    public static final String PROPERTY = "hand";

    private final String label;

    Side(String label) {
        this.label = label;
    }

    /** How people call it. */
    public String label() {
        return label;
    }

    /** How a model writes it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** An IllegalArgumentException names a word that is no side. */
    public static Side named(String word) {
        return Arrays.stream(values())
                .filter(side -> side.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no side of a matter: " + word));
    }
}
