package org.keizoku.plan.clause;

import static org.keizoku.plan.clause.XmlElements.around;
import static org.keizoku.plan.clause.XmlElements.below;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keizoku.engine.TaskBasis;
import org.keizoku.plan.clause.Carrier.Kind;
import org.springframework.core.io.Resource;
import org.w3c.dom.Element;

/** A procedure's BPMN, as far as clauses go: its elements name them in a property. */
final class ProcedureFile {

    private final Element root;

    ProcedureFile(Resource file) {
        this.root = XmlElements.root(file);
    }

    /** The id of its process, of which there is one in a file. */
    String id() {
        return below(root, "process").findFirst().orElseThrow().getAttribute("id");
    }

    Stream<Carried> carried() {
        return below(root, "property")
                .filter(property -> TaskBasis.PROPERTY.equals(property.getAttribute("name")))
                .flatMap(property -> Stream.of(
                                property.getAttribute("value").strip().split("\\s*,\\s*"))
                        .map(clause -> Carried.by(Kind.PROCEDURE, name(bearer(property)), clause)));
    }

    /** The names of the tasks and starts that show a form, by the form's id. */
    Map<String, String> namesOfForms() {
        return Stream.of("userTask", "startEvent")
                .flatMap(type -> below(root, type))
                .filter(step -> !form(step).isEmpty())
                .collect(Collectors.toMap(ProcedureFile::form, ProcedureFile::label, (first, again) -> first));
    }

    private static String form(Element step) {
        return step.getAttributeNS("http://camunda.org/schema/1.0/bpmn", "formRef");
    }

    /** The element around {@code extensionElements} around {@code properties}. */
    private static Element bearer(Element property) {
        return (Element) around(property, "extensionElements").getParentNode();
    }

    private static String name(Element bearer) {
        Element process = around(bearer, "process");
        return bearer == process ? label(process) : "%s → %s".formatted(label(process), label(bearer));
    }

    /** What people read on it, without the part that only a running procedure knows. */
    private static String label(Element element) {
        String name = element.getAttribute("name")
                .replaceAll("[:：]?\\s*\\$\\{[^}]*}", "")
                .strip();
        return name.isEmpty() ? element.getAttribute("id") : name;
    }
}
