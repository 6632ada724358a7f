package org.keizoku.activation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.keizoku.engine.TaskBasis;
import org.keizoku.plan.Plans;
import org.keizoku.plan.clause.BasisLine;
import org.keizoku.plan.clause.Clause;
import org.keizoku.plan.clause.Clauses;
import org.keizoku.plan.clause.Document;
import org.keizoku.plan.clause.PlanClauses;
import org.springframework.stereotype.Component;

/**
 * Under which clauses a task stands: those of the documents after which the activation's plan is written; where the step is in none of
 * them, those of the documents that it comes from.
 */
@Component
class ActivationBasis implements TaskBasis {

    private final Activations activations;
    private final Plans plans;
    private final Map<Long, Set<Document>> byVersion = new ConcurrentHashMap<>();

    ActivationBasis(Activations activations, Plans plans) {
        this.activations = activations;
        this.plans = plans;
    }

    @Override
    public Optional<String> of(String activation, List<String> clauses) {
        List<Clause> named = Clauses.named(clauses);
        if (named.isEmpty()) {
            return Optional.empty();
        }
        Set<Document> own =
                byVersion.computeIfAbsent(version(activation), number -> PlanClauses.documents(plans.version(number)));
        List<Clause> ofOwn =
                named.stream().filter(clause -> own.contains(clause.document())).toList();
        return BasisLine.of(ofOwn.isEmpty() ? named : ofOwn);
    }

    private long version(String activation) {
        return ActivationNumber.of(activation)
                .flatMap(activations::find)
                .map(Activation::planVersion)
                .orElseGet(plans::inForceVersion);
    }
}
