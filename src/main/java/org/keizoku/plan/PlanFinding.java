package org.keizoku.plan;

/** What is wrong with a plan file, where, in words for the person who wrote it. */
public record PlanFinding(String file, int line, String message) {

    @Override
    public String toString() {
        return line > 0 ? "%s:%d: %s".formatted(file, line, message) : "%s: %s".formatted(file, message);
    }
}
