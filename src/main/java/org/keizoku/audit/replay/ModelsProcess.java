package org.keizoku.audit.replay;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.keizoku.engine.Actor;
import org.keizoku.engine.TaskBasis;
import org.springframework.stereotype.Component;

/** The models that activations ran or would run, as they were deployed; it only reads, whoever asks. */
@Component
class ModelsProcess {

    private final RepositoryService repository;
    private final Actor actor;
    /** What was deployed never changes, so each is read once: by the id of the deployment, and by that of the model's version. */
    private final Map<String, Set<String>> typedByDeployment = new ConcurrentHashMap<>();

    private final Map<String, Set<String>> typed = new ConcurrentHashMap<>();
    private final Map<String, Map<String, List<String>>> clauses = new ConcurrentHashMap<>();

    ModelsProcess(RepositoryService repository, Actor actor) {
        this.repository = repository;
        this.actor = actor;
    }

    /** The model in this version, as BPMN. */
    String model(String definition) {
        return actor.asSystem(() -> {
            try (InputStream model = repository.getProcessModel(definition)) {
                return new String(model.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        });
    }

    /**
     * A procedure in its newest version.
     *
     * @param steps the names of its steps by their ids
     */
    record Procedure(String process, String definition, String name, Map<String, String> steps) {}

    /** The newest versions of these processes, by their names; what is not deployed is left out. */
    List<Procedure> latest(List<String> processes) {
        return actor
                .asSystem(() -> repository
                        .createProcessDefinitionQuery()
                        .latestVersion()
                        .list())
                .stream()
                .filter(definition -> processes.contains(definition.getKey()))
                .map(definition -> new Procedure(
                        definition.getKey(), definition.getId(), definition.getName(), names(definition.getId())))
                .sorted(Comparator.comparing(Procedure::name))
                .toList();
    }

    private Map<String, String> names(String definition) {
        return actor
                .asSystem(() -> repository.getBpmnModelInstance(definition))
                .getModelElementsByType(FlowNode.class)
                .stream()
                .filter(step -> step.getName() != null)
                .collect(Collectors.toMap(FlowNode::getId, step -> label(step.getName())));
    }

    /** Without the part that only a running procedure knows. */
    private static String label(String name) {
        return name.replaceAll("[:\uFF1A]?\\s*\\$\\{[^}]*}", "").strip();
    }

    /** The clauses that the steps of a model carry out, by the step's id; under the process's own id those of the whole procedure. */
    Map<String, List<String>> clauses(String definition) {
        return clauses.computeIfAbsent(definition, this::clausesIn);
    }

    private Map<String, List<String>> clausesIn(String definition) {
        Map<String, List<String>> found = new LinkedHashMap<>();
        actor
                .asSystem(() -> repository.getBpmnModelInstance(definition))
                .getModelElementsByType(BaseElement.class)
                .stream()
                .filter(element -> element.getExtensionElements() != null)
                .forEach(element ->
                        element
                                .getExtensionElements()
                                .getElementsQuery()
                                .filterByType(CamundaProperties.class)
                                .list()
                                .stream()
                                .flatMap(properties -> properties.getCamundaProperties().stream())
                                .filter(property -> TaskBasis.PROPERTY.equals(property.getCamundaName()))
                                .forEach(property -> found.put(
                                        element.getId(),
                                        List.of(property.getCamundaValue()
                                                .strip()
                                                .split("\\s*,\\s*")))));
        return Map.copyOf(found);
    }

    /** The variables into which a person may type any text, in the forms that were deployed with the model. */
    Set<String> typed(String definition) {
        return typed.computeIfAbsent(
                definition,
                version -> typedByDeployment.computeIfAbsent(
                        repository.getProcessDefinition(version).getDeploymentId(), this::typedIn));
    }

    private Set<String> typedIn(String deployment) {
        Set<String> keys = new HashSet<>();
        for (String name : repository.getDeploymentResourceNames(deployment)) {
            if (name.endsWith(".form")) {
                try (InputStream form = repository.getResourceAsStream(deployment, name)) {
                    keys.addAll(TypedText.of(form));
                } catch (IOException unreadable) {
                    throw new UncheckedIOException(unreadable);
                }
            }
        }
        return keys;
    }
}
