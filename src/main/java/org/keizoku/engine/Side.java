package org.keizoku.engine;

import java.util.Arrays;
import java.util.Locale;

/** What a person does in a matter that needs more than one person; nobody does two of these in the same matter. */
public enum Side {
    REQUESTER("申請・提案"),
    APPROVER("承認・判断"),
    EXECUTOR("実施"),
    VERIFIER("確認"),
    /** Of who did at once, alone, what protects life or stops damage: asked and done are theirs, the other sides are another's. */
    BREAK_GLASS("緊急措置(申請・実施)");

    /** The property of a user task that names its side, for example {@code verifier}. */
    public static final String PROPERTY = "hand";

    private final String label;

    Side(String label) {
        this.label = label;
    }

    /** Whether whoever acted on this side may act on the other as well. */
    boolean covers(Side other) {
        return this == other || this == BREAK_GLASS && (other == REQUESTER || other == EXECUTOR);
    }

    /** How people call it. */
    public String label() {
        return label;
    }

    /** How a model writes it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** A task's side; an IllegalArgumentException names a word that is none. */
    public static Side named(String word) {
        return Arrays.stream(values())
                .filter(side -> side != BREAK_GLASS)
                .filter(side -> side.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no side of a matter: " + word));
    }
}
