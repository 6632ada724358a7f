package org.keizoku.plan;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.springframework.core.io.ClassPathResource;

/** A plan that we ship, with the decision tables beside it. */
record ShippedPlan(String folder, Plan plan) {

    private static final DmnEngine TABLES =
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();

    static ShippedPlan of(String id) {
        String folder = "plans/%s/".formatted(id);
        String file = folder + "plan.yaml";
        try {
            String yaml = new ClassPathResource(file).getContentAsString(StandardCharsets.UTF_8);
            return new ShippedPlan(folder, new PlanFile(file, yaml).read());
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    /**
     * The one row of the plan's own table that applies, by the names of its outputs.
     *
     * @param shared the shared table that the plan replaces, also the name of the file
     */
    Map<String, Object> asked(String shared, Map<String, Object> facts) {
        try (InputStream file = new ClassPathResource(folder + shared + ".dmn").getInputStream()) {
            return TABLES.evaluateDecisionTable(
                            TABLES.parseDecision(plan.tables().get(shared), file), facts)
                    .getSingleResult()
                    .getEntryMap();
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    List<List<String>> rows(String sheet) {
        return plan.sheets().stream()
                .filter(one -> one.id().equals(sheet))
                .findFirst()
                .orElseThrow()
                .rows();
    }
}
