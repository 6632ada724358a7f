package org.keizoku.plan;

import java.util.Optional;

/**
 * What is wrong with a plan file, where, and what to do about it, in words for the person who wrote it.
 *
 * @param rule the short name of the rule that is broken, for example {@code schema}
 * @param line the line, from 1; 0 where the file as a whole is meant
 * @param column the column, from 1
 * @param clause the clause behind the rule
 * @param remedy what to do
 */
public record PlanFinding(
        Severity severity,
        String rule,
        String file,
        int line,
        int column,
        Optional<ClauseId> clause,
        String message,
        String remedy) {

    /** Whether a plan with this finding may be activated. */
    public enum Severity {
        /** No activation runs on a plan with an error. */
        ERROR("誤り"),
        WARNING("警告");

        private final String label;

        Severity(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** An error of the file as a whole. */
    public static PlanFinding ofFile(String file, String message, String remedy) {
        return new PlanFinding(Severity.ERROR, "file", file, 0, 0, Optional.empty(), message, remedy);
    }

    /** Whether the plan must not be activated for it. */
    public boolean isError() {
        return severity == Severity.ERROR;
    }

    /** For example {@code plan.yaml:12:5}; the file alone where it is meant as a whole. */
    public String where() {
        return line > 0 ? "%s:%d:%d".formatted(file, line, column) : file;
    }

    @Override
    public String toString() {
        return "%s: %s [%s] %s%s → %s"
                .formatted(
                        where(),
                        severity.label(),
                        rule,
                        message,
                        clause.map("(根拠 %s)"::formatted).orElse(""),
                        remedy);
    }
}
