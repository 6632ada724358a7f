package org.keizoku.plan.workbook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;

/** Where in an entry of the plan the value of a cell stands. */
interface Place {

    /** The value, null where there is none. */
    JsonNode in(ObjectNode entry);

    /** Puts the value there, or takes away what is there where it is null. */
    void put(ObjectNode entry, JsonNode value);

    /** A field of the entry. */
    static Place field(String name) {
        return new Place() {
            @Override
            public JsonNode in(ObjectNode entry) {
                return entry.hasNonNull(name) ? entry.get(name) : null;
            }

            @Override
            public void put(ObjectNode entry, JsonNode value) {
                if (value == null) {
                    entry.remove(name);
                } else {
                    entry.set(name, value);
                }
            }
        };
    }

    /** A field of something that the entry holds; what holds no field any more goes. */
    static Place within(String whole, String name) {
        Place field = field(name);
        return new Place() {
            @Override
            public JsonNode in(ObjectNode entry) {
                return entry.get(whole) instanceof ObjectNode held ? field.in(held) : null;
            }

            @Override
            public void put(ObjectNode entry, JsonNode value) {
                ObjectNode held = entry.withObject("/" + whole);
                field.put(held, value);
                if (held.isEmpty()) {
                    entry.remove(whole);
                }
            }
        };
    }

    /** One of the nine answers of 様式2, from 0. */
    static Place answer(int n) {
        return new Place() {
            @Override
            public JsonNode in(ObjectNode entry) {
                return entry.path("answers").get(n);
            }

            @Override
            public void put(ObjectNode entry, JsonNode value) {
                ArrayNode answers = entry.withArray("/answers");
                while (answers.size() <= n) {
                    answers.add("");
                }
                answers.set(n, value == null ? answers.textNode("") : value);
                while (!answers.isEmpty()
                        && answers.get(answers.size() - 1).asText().isEmpty()) {
                    answers.remove(answers.size() - 1);
                }
                if (answers.isEmpty()) {
                    entry.remove("answers");
                }
            }
        };
    }

    /** A field of the target that counts for every event which has none of its own. */
    static Place ofTarget(String name) {
        Place field = field(name);
        return new Place() {
            @Override
            public JsonNode in(ObjectNode entry) {
                return general(entry).map(field::in).orElse(null);
            }

            @Override
            public void put(ObjectNode entry, JsonNode value) {
                ArrayNode targets = entry.withArray("/targets");
                ObjectNode target = general(entry).orElseGet(() -> targets.insertObject(0));
                field.put(target, value);
                if (target.isEmpty()) {
                    targets.remove(indexOf(targets, target));
                }
            }
        };
    }

    /** The targets for one kind of event each. */
    static Place targetsByEvent() {
        return new Place() {
            @Override
            public JsonNode in(ObjectNode entry) {
                ArrayNode found = entry.arrayNode();
                StreamSupport.stream(entry.path("targets").spliterator(), false)
                        .filter(byEvent())
                        .forEach(found::add);
                return found.isEmpty() ? null : found;
            }

            @Override
            public void put(ObjectNode entry, JsonNode value) {
                ArrayNode targets = entry.arrayNode();
                general(entry).ifPresent(targets::add);
                if (value != null) {
                    value.forEach(targets::add);
                }
                entry.set("targets", targets);
            }
        };
    }

    private static Optional<ObjectNode> general(ObjectNode entry) {
        return StreamSupport.stream(entry.path("targets").spliterator(), false)
                .filter(byEvent().negate())
                .map(ObjectNode.class::cast)
                .findFirst();
    }

    private static Predicate<JsonNode> byEvent() {
        return target -> target.hasNonNull("event");
    }

    private static int indexOf(ArrayNode list, JsonNode wanted) {
        int n = 0;
        while (list.get(n) != wanted) {
            n++;
        }
        return n;
    }
}
