package org.keizoku.plan;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.util.List;

/**
 * How the plan reaches those who have no account here.
 *
 * @param portal the website on which the plan is published to all staff, null where it is on none
 * @param booklet the part that is printed and carried on its own, null where there is none
 */
public record Distribution(String portal, @Valid Booklet booklet, List<ClauseId> clause) {

    public Distribution {
        clause = Listed.of(clause);
    }

    /**
     * The emergency part of the plan on its own: who, where, which systems and vendors, and of the sheets those named here.
     *
     * @param chapters the chapters of which all sheets belong to it
     * @param sheets further sheets, by id
     */
    public record Booklet(@NotBlank String title, List<String> chapters, List<String> sheets, List<ClauseId> clause) {

        public Booklet {
            chapters = Listed.of(chapters);
            sheets = Listed.of(sheets);
            clause = Listed.of(clause);
        }

        public boolean holds(Sheet sheet) {
            return chapters.contains(sheet.chapter()) || sheets.contains(sheet.id());
        }
    }
}
