package org.keizoku.plan.workbook;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** How a value of the plan stands in a cell. */
interface CellForm {

    /** The words for a value of the plan. */
    String shown(JsonNode value);

    /** The value that the words mean; {@link Unreadable} where they mean none. The words are never blank. */
    JsonNode read(String words);

    /** The value as it would come back from the cell, so that two ways to write the same are no change; null for nothing. */
    default JsonNode comparable(JsonNode value) {
        String words = shown(value);
        return words.isBlank() ? null : read(words);
    }

    /** What Excel offers to choose from. */
    default List<String> choices() {
        return List.of();
    }
}
