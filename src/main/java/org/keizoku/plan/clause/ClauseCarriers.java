package org.keizoku.plan.clause;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.keizoku.plan.Plan;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;

/** The procedures, decision tables and forms that carry clauses, collected once from the files that are deployed. */
@Component
public class ClauseCarriers {

    private final List<Carried> always = new ArrayList<>();
    private final Map<String, List<Carried>> byPlansTable = new HashMap<>();

    ClauseCarriers() {
        this(new PathMatchingResourcePatternResolver());
    }

    ClauseCarriers(ResourcePatternResolver resources) {
        Map<String, String> namesOfForms = new HashMap<>();
        for (Resource file : files(resources, "processes/**/*.bpmn")) {
            var procedure = new ProcedureFile(file);
            procedure.carried().forEach(always::add);
            namesOfForms.putAll(procedure.namesOfForms());
        }
        files(resources, "processes/**/*.dmn")
                .forEach(file -> new TableFile(file).carried().values().forEach(always::addAll));
        files(resources, "forms/*.form")
                .forEach(file -> new FormFile(file).carried(namesOfForms).forEach(always::add));
        files(resources, "plans/*/*.dmn").forEach(file -> byPlansTable.putAll(new TableFile(file).carried()));
    }

    /** What carries each clause, by the clause's id, where this plan is in force: other plans' tables carry nothing for it. */
    public Map<String, List<Carrier>> under(Plan plan) {
        Map<String, List<Carrier>> carriers = new LinkedHashMap<>();
        Stream<Carried> ofPlan = plan.tables().values().stream()
                .distinct()
                .flatMap(table -> byPlansTable.getOrDefault(table, List.of()).stream());
        Stream.concat(always.stream(), ofPlan)
                .forEach(carried -> carriers.computeIfAbsent(carried.clause(), clause -> new ArrayList<>())
                        .add(carried.carrier()));
        return carriers;
    }

    private static List<Resource> files(ResourcePatternResolver resources, String pattern) {
        try {
            return Stream.of(resources.getResources("classpath*:" + pattern))
                    .sorted(Comparator.comparing(Resource::getFilename))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
