package org.keizoku.plan.clause;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.keizoku.engine.MoreProcedures;
import org.keizoku.plan.Plan;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** The procedures, decision tables and forms that carry clauses, collected once from the files that are deployed. */
@Component
public class ClauseCarriers {

    private final ModelFolder shared;
    private final List<ModelFolder> besidePlans;

    ClauseCarriers(List<MoreProcedures> more) {
        shared = ModelFolder.of(shared());
        Map<String, Map<String, Resource>> byFolder = new TreeMap<>();
        more.forEach(procedures -> procedures.files().forEach((name, file) -> byFolder.computeIfAbsent(
                        name.substring(0, name.lastIndexOf('/')), folder -> new TreeMap<>())
                .put(name, file)));
        besidePlans = byFolder.values().stream().map(ModelFolder::of).toList();
    }

    /** What carries each clause, by the clause's id, where this plan is in force: what stands beside another plan carries nothing for it. */
    public Map<String, List<Carrier>> under(Plan plan) {
        Map<String, List<Carrier>> carriers = new LinkedHashMap<>();
        Stream.concat(Stream.of(shared), besidePlans.stream().filter(folder -> folder.isUsedBy(plan)))
                .flatMap(folder -> folder.carried().stream())
                .forEach(carried -> carriers.computeIfAbsent(carried.clause(), clause -> new ArrayList<>())
                        .add(carried.carrier()));
        return carriers;
    }

    private static Map<String, Resource> shared() {
        try {
            Map<String, Resource> files = new TreeMap<>();
            var resources = new PathMatchingResourcePatternResolver();
            for (String pattern : List.of("processes/**/*.*", "forms/*.form")) {
                for (Resource file : resources.getResources("classpath*:" + pattern)) {
                    files.put(file.getFilename(), file);
                }
            }
            return files;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
