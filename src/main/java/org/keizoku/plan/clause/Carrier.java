package org.keizoku.plan.clause;

/**
 * What carries a clause out.
 *
 * @param name what people call it, for example 初動対応 → 現地を調べる
 * @param anchor where the page of the plan shows it, null for what is no entry of a plan
 */
public record Carrier(Kind kind, String name, String anchor) {

    /** Where it stands. */
    public enum Kind {
        PROCEDURE("手順"),
        TABLE("判断表"),
        FORM("入力画面"),
        PLAN("計画"),
        APPLICATION("アプリ本体");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }
}
