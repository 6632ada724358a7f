package org.keizoku.plan.clause;

/** A clause, as a file names it, and what carries it there. */
record Carried(String clause, Carrier carrier) {

    static Carried by(Carrier.Kind kind, String name, String clause) {
        return new Carried(clause, new Carrier(kind, name, null));
    }
}
