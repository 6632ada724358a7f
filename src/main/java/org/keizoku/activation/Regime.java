package org.keizoku.activation;

/** The regimes that the decision table {@code regime} names, in words for people. */
public final class Regime {

    private Regime() {}

    public static String label(String regime) {
        return switch (regime == null ? "" : regime) {
            case "automatic" -> "自動設置・全員参集";
            case "head-decides" -> "責任者の判断による";
            case "monitor" -> "監視・調査・報告";
            default -> "判定前";
        };
    }
}
