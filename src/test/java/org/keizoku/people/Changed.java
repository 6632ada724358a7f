package org.keizoku.people;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.keizoku.plan.Person;
import org.keizoku.plan.PersonId;
import org.keizoku.plan.Plan;

/** A plan like another one, but for some people or roles. */
final class Changed {

    private static final ObjectMapper ENTRIES =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();

    private Changed() {}

    static Plan people(Plan plan, UnaryOperator<List<Person>> change) {
        return changed(plan, tree -> tree.set("people", ENTRIES.valueToTree(change.apply(plan.people()))));
    }

    static Plan role(Plan plan, String id, List<PersonId> holders, List<PersonId> deputies) {
        return changed(plan, tree -> tree.get("roles").forEach(role -> {
            if (role.get("id").asText().equals(id)) {
                ((ObjectNode) role).set("holders", ENTRIES.valueToTree(holders));
                ((ObjectNode) role).set("deputies", ENTRIES.valueToTree(deputies));
            }
        }));
    }

    private static Plan changed(Plan plan, Consumer<ObjectNode> change) {
        ObjectNode tree = ENTRIES.valueToTree(plan);
        change.accept(tree);
        return ENTRIES.convertValue(tree, Plan.class);
    }
}
