package org.keizoku.plan;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotBlank;
import java.time.LocalDate;
import java.util.List;

/**
 * A document that belongs to the plan.
 *
 * @param number its control number, which need not be unique
 * @param kind what it is for, null for any other document
 * @param changes the main points of its latest revision, null for the first version
 * @param copies where its copies are kept
 * @param homeCopiesOf the role whose holders and deputies keep a copy at home, null where nobody does
 * @param systems the priority systems that it is about; their recovery shows it
 * @param readers the roles that may open it; empty where everybody may
 * @param example true where the source names no such document
 */
public record PlanDocument(
        @NotBlank String number,
        @NotBlank String title,
        Kind kind,
        String version,
        LocalDate updated,
        String changes,
        RoleId keeper,
        List<String> copies,
        RoleId homeCopiesOf,
        List<SystemId> systems,
        List<RoleId> readers,
        boolean example,
        List<ClauseId> clause) {

    /** What a document is for. */
    public enum Kind {
        /** The steps that people follow; who approves it is said apart from who approves the plan. */
        @JsonProperty("manual")
        MANUAL,
        /** How a system was designed and built, opened to few. */
        @JsonProperty("design")
        DESIGN
    }

    public PlanDocument {
        copies = Listed.of(copies);
        systems = Listed.of(systems);
        readers = Listed.of(readers);
        clause = Listed.of(clause);
    }

    @JsonIgnore
    public boolean isManual() {
        return kind == Kind.MANUAL;
    }

    /** As people name it, for example {@code M1 地震編}. */
    public String called() {
        return number + " " + title;
    }
}
