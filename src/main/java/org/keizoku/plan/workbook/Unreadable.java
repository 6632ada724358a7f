package org.keizoku.plan.workbook;

/** A cell whose words mean nothing in its column. */
final class Unreadable extends RuntimeException {

    private final String remedy;

    Unreadable(String problem, String remedy) {
        super(problem);
        this.remedy = remedy;
    }

    String remedy() {
        return remedy;
    }
}
