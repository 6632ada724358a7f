package org.keizoku.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keizoku.testing.KeizokuTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** The published hole of 7.24.0: a task query evaluates expressions, also those in its orQueries. */
@KeizokuTest
class SmuggledExpressionTest {

    private static final String ENGINE = "/camunda/api/engine/engine/default";
    private static final String SONG = "${doorCanary.song}";

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    @Autowired
    TaskService tasks;

    @Autowired
    FilterService filters;

    private Visitor staff;

    @BeforeEach
    void prepare() {
        new DoorKeepers(context);
        staff = Visitor.signedIn(port, DoorKeepers.STAFF);
        staff.get(ENGINE + "/task");
        Canary.sang = false;
    }

    @Test
    void the_canary_would_sing_in_a_stored_query() {
        var filter =
                filters.newTaskFilter("canary").setQuery(tasks.createTaskQuery().taskAssigneeExpression(SONG));
        filters.saveFilter(filter);
        filters.list(filter.getId());
        filters.deleteFilter(filter.getId());

        assertThat(Canary.sang).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"assigneeExpression\":\"${doorCanary.song}\"}",
                "{\"orQueries\":[{\"assigneeExpression\":\"${doorCanary.song}\"}]}",
                "{\"orQueries\":[{\"orQueries\":[{\"dueBeforeExpression\":\"${doorCanary.song}\"}]}]}",
                "{\"assigneeExpressio\\u006e\":\"${doorCanary.song}\"}",
                "{\"assignee\":null,\"assigneeExpression\":\"a\",\"assigneeExpression\":\"${doorCanary.song}\"}",
                "{} {\"assigneeExpression\":\"${doorCanary.song}\"}",
                "[{\"assigneeExpression\":\"${doorCanary.song}\"}]"
            })
    void no_expression_gets_into_a_query(String body) {
        for (String path : new String[] {"/task", "/task/count", "/filter/any/list", "/filter/any/count"}) {
            var answer = staff.json("POST", ENGINE + path, body);

            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body()).contains("式");
        }
        assertThat(Canary.sang).isFalse();
    }

    @Test
    void no_expression_gets_in_by_the_address() {
        for (String key : new String[] {"assigneeExpression", "assignee%45xpression", "assigneeExpression%20"}) {
            assertThat(staff.get(ENGINE + "/task?" + key + "=%24%7BdoorCanary.song%7D")
                            .statusCode())
                    .isEqualTo(400);
        }
        assertThat(Canary.sang).isFalse();
    }

    @Test
    void what_cannot_be_read_is_refused() {
        assertThat(staff.json("POST", ENGINE + "/task", "{\"assignee\":").statusCode())
                .isEqualTo(400);
        assertThat(staff.send("POST", ENGINE + "/task", "text/plain", "{}").statusCode())
                .isEqualTo(415);
        assertThat(staff.send("POST", ENGINE + "/task", "application/json;charset=UTF-16", "{}")
                        .statusCode())
                .isEqualTo(415);
        assertThat(staff.send("POST", ENGINE + "/task", "application/x-www-form-urlencoded", "a=b")
                        .statusCode())
                .isEqualTo(415);
        assertThat(staff.json("POST", ENGINE + "/task", "{\"assignee\":\"" + "x".repeat(1_100_000) + "\"}")
                        .statusCode())
                .isEqualTo(413);
    }

    @Test
    void an_ordinary_query_passes() {
        assertThat(staff.json("POST", ENGINE + "/task", "{\"orQueries\":[{\"assignee\":\"door-tester-1\"}]}")
                        .statusCode())
                .isEqualTo(200);
    }
}
