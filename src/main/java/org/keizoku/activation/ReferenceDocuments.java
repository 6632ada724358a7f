package org.keizoku.activation;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keizoku.engine.TaskReading;
import org.keizoku.plan.Plan;
import org.keizoku.plan.PlanDocument;
import org.keizoku.plan.Plans;
import org.keizoku.plan.SystemId;
import org.springframework.stereotype.Component;

/**
 * Which documents the activation's plan has for a task: those of the step (NSC-232-40), and where the task is about a system, those of
 * the system with the place of their copies, since the network may be what is broken (MNT-532-02, MNT-59-03).
 */
@Component
class ReferenceDocuments implements TaskReading {

    /** The variable by which the procedures say which system a task is about. */
    static final String SYSTEM = "systemId";

    /** Camunda keeps a description in 4,000 characters; whoever needs more looks into the plan. */
    private static final int MOST = 12;

    private final Activations activations;
    private final Plans plans;

    ReferenceDocuments(Activations activations, Plans plans) {
        this.activations = activations;
        this.plans = plans;
    }

    @Override
    public Optional<String> of(String activation, String step, Function<String, Object> variables) {
        Plan plan = ActivationNumber.of(activation)
                .flatMap(activations::find)
                .map(open -> plans.version(open.planVersion()))
                .orElseGet(plans::inForce);
        List<String> documents = Stream.concat(ofStep(plan, step), ofSystem(plan, variables.apply(SYSTEM)))
                .distinct()
                .toList();
        return documents.isEmpty()
                ? Optional.empty()
                : Optional.of(documents.stream()
                        .limit(MOST)
                        .collect(Collectors.joining("、", "参照文書: ", documents.size() > MOST ? "ほか" : "")));
    }

    private static Stream<String> ofStep(Plan plan, String step) {
        return plan.references().stream()
                .filter(reference -> reference.steps().contains(step))
                .flatMap(reference -> reference.documents().stream());
    }

    private static Stream<String> ofSystem(Plan plan, Object system) {
        return system instanceof String id
                ? plan.documentsOn(new SystemId(id)).stream().map(ReferenceDocuments::withPlaces)
                : Stream.empty();
    }

    private static String withPlaces(PlanDocument document) {
        return document.copies().isEmpty()
                ? document.called()
                : "%s(%s)".formatted(document.called(), String.join("・", document.copies()));
    }
}
