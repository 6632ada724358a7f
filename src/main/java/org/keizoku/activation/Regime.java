package org.keizoku.activation;

import java.util.List;

/** The regimes that the decision table {@code regime} names, in words for people. */
public final class Regime {

    /** From the lowest to the gravest. */
    private static final List<String> GRAVITY = List.of("monitor", "head-decides", "automatic");

    private Regime() {}

    /** Whether a regime asks for less than the one before; never so where there was none before. */
    static boolean isLower(String regime, String before) {
        return before != null && GRAVITY.contains(regime) && GRAVITY.indexOf(regime) < GRAVITY.indexOf(before);
    }

    public static String label(String regime) {
        return switch (regime == null ? "" : regime) {
            case "automatic" -> "自動設置・全員参集";
            case "head-decides" -> "責任者の判断による";
            case "monitor" -> "監視・調査・報告";
            default -> "判定前";
        };
    }
}
