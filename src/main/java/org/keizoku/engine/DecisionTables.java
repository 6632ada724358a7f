package org.keizoku.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
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
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Decision tables that are asked outside of any process, without a database: for what is checked before anything runs. */
public final class DecisionTables {

    private static final List<String> SHIPPED = List.of("classpath*:processes/**/*.dmn", "classpath*:plans/*/*.dmn");

    private final DmnEngine engine;
    private final Map<String, DmnDecision> tables;

    private DecisionTables(DmnEngine engine, Map<String, DmnDecision> tables) {
        this.engine = engine;
        this.tables = tables;
    }

    /** Those that come with the application: the shared ones and those of the plans that we ship. */
    public static DecisionTables shipped() {
        var none = new DecisionTables(
                DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine(), Map.of());
        return none.and(SHIPPED.stream().flatMap(DecisionTables::matching));
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

    private static Stream<Resource> matching(String pattern) {
        try {
            return Arrays.stream(new PathMatchingResourcePatternResolver().getResources(pattern));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
