package org.keizoku.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;

/** A form is a contract: what it asks for is what its process knows, in words that staff understand. */
final class FormRules {

    private static final Set<String> WITHOUT_KEY =
            Set.of("text", "group", "button", "separator", "spacer", "html", "image", "dynamiclist");

    private FormRules() {}

    static List<String> heads(Models models) {
        return models.inForms(form -> Stream.of(
                        form.json().path("id").asText().equals(form.name())
                                ? ""
                                : "id is " + form.json().path("id") + ", the file is called otherwise",
                        form.json().path("type").asText().equals("default") ? "" : "type must be default",
                        form.json().path("executionPlatform").asText().equals("Camunda Platform")
                                ? ""
                                : "executionPlatform must be Camunda Platform",
                        form.json().path("schemaVersion").isInt() ? "" : "schemaVersion is missing",
                        form.components().findAny().isPresent() ? "" : "has no components")
                .filter(finding -> !finding.isEmpty())
                .map(form::at));
    }

    static List<String> components(Models models) {
        return models.inForms(form -> form.components().flatMap(component -> component(form, component)));
    }

    private static Stream<String> component(FormFile form, JsonNode component) {
        boolean hasKey = WITHOUT_KEY.contains(component.path("type").asText()) || component.hasNonNull("key");
        return Stream.of(
                        component.hasNonNull("id") ? "" : "no id",
                        component.hasNonNull("type") ? "" : "no type",
                        component.path("type").asText().equals("dynamiclist")
                                ? "Tasklist cannot complete a dynamic list"
                                : "",
                        hasKey ? "" : "no key: its value would be lost")
                .filter(finding -> !finding.isEmpty())
                .map(finding -> form.at(component, finding));
    }

    static List<String> labels(Models models) {
        return models.inForms(form -> form.components()
                .flatMap(component -> Stream.concat(
                        label(form, component),
                        StreamSupport.stream(component.path("values").spliterator(), false)
                                .filter(choice -> choice.path("label").asText().isBlank()
                                        || Texts.isEnglish(choice.path("label").asText()))
                                .map(choice -> form.at(
                                        component, "choice " + choice.path("value") + " has no Japanese label")))));
    }

    private static Stream<String> label(FormFile form, JsonNode component) {
        boolean entered = !WITHOUT_KEY.contains(component.path("type").asText());
        boolean labelled = component.hasNonNull("label") || entered;
        boolean bad = labelled && !Texts.isJapanese(component.path("label").asText())
                || component.path("type").asText().equals("text")
                        && Texts.isEnglish(FormFile.withoutPlaceholders(component));
        return bad ? Stream.of(form.at(component, "no Japanese label")) : Stream.empty();
    }

    /** A field that nobody knows is lost; a form that nobody names is dead. */
    static List<String> keys(Models models) {
        return models.inForms(form -> {
            List<ProcessFile> users = models.processes().stream()
                    .filter(file -> uses(file, form.name()))
                    .toList();
            return users.isEmpty()
                    ? Stream.of(form.at("no process uses it"))
                    : users.stream()
                            .filter(file -> !keptWhole(models, file, form))
                            .flatMap(file -> form.keys()
                                    .filter(key -> !known(models, file).contains(key))
                                    .map(key -> form.at(key + " is no variable of " + file.name()
                                            + ": neither in its model class nor in the file")));
        });
    }

    private static boolean uses(ProcessFile file, String form) {
        return file.all(UserTask.class).anyMatch(task -> form.equals(task.getCamundaFormRef()))
                || file.all(StartEvent.class)
                        .anyMatch(start -> form.equals(
                                start.getAttributeValueNs("http://camunda.org/schema/1.0/bpmn", "formRef")));
    }

    private static boolean keptWhole(Models models, ProcessFile file, FormFile form) {
        return models.classes().stream()
                .filter(model -> model.process().equals(file.name()))
                .flatMap(model -> model.sheets().stream())
                .anyMatch(task -> file.all(UserTask.class)
                        .anyMatch(found ->
                                found.getId().equals(task) && form.name().equals(found.getCamundaFormRef())));
    }

    private static Set<String> known(Models models, ProcessFile file) {
        Set<String> processes = models.knownTo(file);
        Set<String> known = new HashSet<>(file.variablesUsed());
        models.classes().stream()
                .filter(model -> processes.contains(model.process()))
                .forEach(model -> known.addAll(model.variables()));
        return known;
    }
}
