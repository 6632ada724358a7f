package org.keizoku.plan.page;

import java.util.ArrayList;
import java.util.List;
import org.keizoku.plan.ClauseId;
import org.keizoku.plan.page.Fact.Shape;

/** An entry of the plan as the page shows it: its facts, its table and the clauses that it carries. */
final class Entry {

    private final String anchor;
    private final String title;
    private final boolean example;
    private final List<Fact> facts = new ArrayList<>();
    private String text;
    private Table table;
    private List<ClauseId> clause = List.of();

    Entry(String anchor, String title) {
        this(anchor, title, false);
    }

    /**
     * @param example whether the source does not say it
     */
    Entry(String anchor, String title, boolean example) {
        this.anchor = anchor;
        this.title = title;
        this.example = example;
    }

    /** The cells of a table, each row with one for each column. */
    record Table(List<String> columns, List<List<Value>> rows) {}

    /** What the plan leaves out, the page leaves out too. */
    Entry fact(String label, String text) {
        return text == null || text.isBlank() ? this : line(label, List.of(Value.of(text)));
    }

    Entry fact(String label, Value value) {
        return value == null ? this : line(label, List.of(value));
    }

    Entry line(String label, List<Value> values) {
        return add(label, values, Shape.LINE);
    }

    Entry list(String label, List<Value> values) {
        return add(label, values, Shape.LIST);
    }

    Entry order(String label, List<Value> values) {
        return add(label, values, Shape.ORDER);
    }

    /** What it says in whole sentences, null for nothing. */
    Entry text(String sentences) {
        text = sentences;
        return this;
    }

    Entry table(List<String> columns, List<List<Value>> rows) {
        table = rows.isEmpty() ? null : new Table(columns, rows);
        return this;
    }

    Entry clause(List<ClauseId> ids) {
        clause = ids;
        return this;
    }

    private Entry add(String label, List<Value> values, Shape shape) {
        if (!values.isEmpty()) {
            facts.add(new Fact(label, values, values.size() == 1 ? Shape.LINE : shape));
        }
        return this;
    }

    public String anchor() {
        return anchor;
    }

    public String title() {
        return title;
    }

    public boolean example() {
        return example;
    }

    public List<Fact> facts() {
        return facts;
    }

    public String text() {
        return text;
    }

    public Table table() {
        return table;
    }

    public List<ClauseId> clause() {
        return clause;
    }

    /** The clauses as the page shows them. */
    public List<Basis> bases() {
        return Basis.of(clause);
    }
}
