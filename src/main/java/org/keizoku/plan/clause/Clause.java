package org.keizoku.plan.clause;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.keizoku.plan.ClauseId;

/**
 * What a planning document asks for at one place.
 *
 * @param where the chapter and item of the document, for example 8(2)ア
 * @param label in Japanese, short
 * @param must what must hold, in English
 * @param by what carries it out, for example {@code process} or {@code plan-data}
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Clause(
        ClauseId id,
        @JsonProperty("clause") String where,
        String kind,
        @JsonProperty("ja") String label,
        List<String> who,
        String must,
        String by) {

    /** For a person who must know by which rule they act, for example 見本市 8(2)ア 体制の判定. */
    public String told() {
        return "%s %s".formatted(document().shortName(), toldWithoutDocument());
    }

    /** The same after another clause of the same document. */
    String toldWithoutDocument() {
        return "%s %s".formatted(where, label);
    }

    /** Whether software can carry it at all; some say only how people behave. */
    public boolean isForSoftware() {
        return !"out-of-scope".equals(by);
    }

    public Document document() {
        return Document.of(id);
    }
}
