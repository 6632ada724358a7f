package org.keizoku.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/** A plan as a tree of its entries, for whoever looks at all of them alike. */
public final class PlanTree {

    private static final ObjectMapper ENTRIES =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();

    private PlanTree() {}

    public static JsonNode of(Plan plan) {
        return ENTRIES.valueToTree(plan);
    }
}
