package org.keizoku.engine;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.DmnEngineException;
import org.camunda.bpm.dmn.feel.impl.FeelException;
import org.springframework.core.io.Resource;

/** Decision tables that are asked outside of any process, without a database: for what is checked before anything runs. */
public final class DecisionTables {

    private final DmnEngine engine;
    private final Map<String, DmnDecision> tables;

    private DecisionTables(DmnEngine engine, Map<String, DmnDecision> tables) {
        this.engine = engine;
        this.tables = tables;
    }

    /** No table yet. */
    public static DecisionTables none() {
        return new DecisionTables(
                DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine(), Map.of());
    }

    /** These and those of more DMN files; a {@link BrokenTable} where one cannot be read. */
    public DecisionTables and(Stream<Resource> files) {
        Map<String, DmnDecision> all = new HashMap<>(tables);
        files.forEach(file -> read(file).forEach(table -> all.put(table.getKey(), table)));
        return new DecisionTables(engine, all);
    }

    public boolean has(String id) {
        return tables.containsKey(id);
    }

    /**
     * The first row that applies, by the names of the outputs; empty where none does. A {@link BrokenTable} where the table fails.
     *
     * @param facts every input that the table may ask for, null where nothing is known
     */
    public Optional<Map<String, Object>> ask(String id, Map<String, Object> facts) {
        try {
            return Optional.ofNullable(
                            engine.evaluateDecisionTable(tables.get(id), facts).getFirstResult())
                    .map(row -> row.getEntryMap());
        } catch (DmnEngineException | FeelException fails) {
            throw new BrokenTable(id, fails);
        }
    }

    private List<DmnDecision> read(Resource file) {
        try (InputStream dmn = file.getInputStream()) {
            return engine.parseDecisions(dmn);
        } catch (DmnEngineException | IOException unreadable) {
            throw new BrokenTable(file.getFilename(), unreadable);
        }
    }
}
