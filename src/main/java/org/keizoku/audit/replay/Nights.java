package org.keizoku.audit.replay;

/** Which activations are counted: in a drill people wait for nobody and time runs otherwise, so it stands apart. */
enum Nights {
    REAL("実際の発動", "business_key_ not like 'D%'"),
    DRILL("訓練", "business_key_ like 'D%'"),
    ALL("すべて", "business_key_ is not null");

    private final String label;
    private final String condition;

    Nights(String label, String condition) {
        this.label = label;
        this.condition = condition;
    }

    public String label() {
        return label;
    }

    /** Of the engine's history of procedures, in SQL. */
    String condition() {
        return condition;
    }
}
