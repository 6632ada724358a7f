package org.keizoku.plan.clause;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.keizoku.engine.MoreProcedures;
import org.keizoku.engine.SharedProcedures;
import org.keizoku.plan.Plan;
import org.keizoku.plan.PlanTakenIntoUse;
import org.springframework.context.event.EventListener;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/**
 * The procedures, decision tables and forms that carry clauses, collected from the files that are deployed with a version of the plan, and
 * what the application carries by itself.
 */
@Component
public class ClauseCarriers {

    private final Supplier<ModelFolder> shared = SingletonSupplier.of(() -> ModelFolder.of(SharedProcedures.files()));
    private final Supplier<List<Carried>> application =
            SingletonSupplier.of(() -> ApplicationClauses.carried().toList());
    private final List<MoreProcedures> more;
    private volatile Supplier<List<ModelFolder>> besidePlans;

    /** Nothing is read before a page asks: a start has no time for it. */
    ClauseCarriers(List<MoreProcedures> more) {
        this.more = more;
        lookAnew();
    }

    /** Another version may name what was not there before. */
    @EventListener(PlanTakenIntoUse.class)
    void lookAnew() {
        besidePlans = SingletonSupplier.of(() -> besidePlans(more));
    }

    /** What carries each clause, by the clause's id, where this plan is in force: what stands beside another plan carries nothing for it. */
    public Map<String, List<Carrier>> under(Plan plan) {
        Map<String, List<Carrier>> carriers = new LinkedHashMap<>();
        var folders = Stream.concat(
                Stream.of(shared.get()), besidePlans.get().stream().filter(folder -> folder.isUsedBy(plan)));
        Stream.concat(folders.flatMap(folder -> folder.carried().stream()), application.get().stream())
                .forEach(carried -> carriers.computeIfAbsent(carried.clause(), clause -> new ArrayList<>())
                        .add(carried.carrier()));
        return carriers;
    }

    private static List<ModelFolder> besidePlans(List<MoreProcedures> more) {
        Map<String, Map<String, Resource>> byFolder = new TreeMap<>();
        more.forEach(procedures -> procedures.files().forEach((name, file) -> byFolder.computeIfAbsent(
                        name.substring(0, name.lastIndexOf('/')), folder -> new TreeMap<>())
                .put(name, file)));
        return byFolder.values().stream().map(ModelFolder::of).toList();
    }
}
