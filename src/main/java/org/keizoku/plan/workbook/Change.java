package org.keizoku.plan.workbook;

import java.util.List;

/**
 * What the workbook changes in the plan, for the person who has to confirm it.
 *
 * @param noun what it is, for example システム
 * @param id the entry's id, empty where the order of all of them is meant
 * @param fields each field with its words before and after; none for what is removed
 */
public record Change(Kind kind, String noun, String id, String name, List<Field> fields) {

    /** What becomes of the entry. */
    public enum Kind {
        ADDED("追加"),
        CHANGED("変更"),
        REMOVED("削除"),
        MOVED("並べ替え");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** A field under its heading; empty words where nothing was or will be written. */
    public record Field(String heading, String before, String after) {}
}
