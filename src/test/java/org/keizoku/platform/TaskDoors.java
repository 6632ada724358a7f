package org.keizoku.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.camunda.bpm.engine.task.Task;

/** Everybody of docs/access.md at every door to a task: who reads it, who takes it, and that nobody does anything else with it. */
final class TaskDoors {

    /** Who stands in for the leader is offered what a member is, and reads what the leader reads. */
    private static final String STAND_IN = "joho1";

    private static final List<String> READING = List.of(
            "/task/%s",
            "/task/%s/variables",
            "/task/%s/localVariables",
            "/task/%s/form-variables",
            "/task/%s/deployed-form",
            "/task/%s/identity-links");
    private static final List<String> LISTS = List.of("/task?taskId=%s", "/history/task?taskId=%s");
    /** By whoever has not taken it: what Tasklist sends, and what other programs would. */
    private static final List<List<String>> DOING = List.of(
            List.of("POST", "/task/%s/submit-form", "{\"variables\": {}}"),
            List.of("POST", "/task/%s/complete", "{}"),
            List.of("POST", "/task/%s/delegate", "{\"userId\": \"joho3\"}"),
            List.of("POST", "/task/%s/resolve", "{}"),
            List.of("POST", "/task/%s/assignee", "{\"userId\": \"kansa\"}"),
            List.of("POST", "/task/%s/identity-links", "{\"userId\": \"joho3\", \"type\": \"candidate\"}"),
            List.of("POST", "/task/%s/variables", "{\"modifications\": {}}"),
            List.of("DELETE", "/task/%s", "{}"));

    /** How many there are. */
    static final int VERBS = DOING.size();

    private final int verbsAtATime;
    private int tried;
    private final AccessTable table = AccessTable.under("Tasks");
    private final Map<String, Visitor> visitors = new LinkedHashMap<>();
    private final Map<String, String> persons = new LinkedHashMap<>(AccessTable.persons());

    /**
     * @param verbsAtATime how many of the verbs each role tries at each task; by turns, so that over a night's tasks it tries all
     */
    TaskDoors(int port, int verbsAtATime) {
        this.verbsAtATime = verbsAtATime;
        persons.put("stand-in", STAND_IN);
        persons.forEach((role, person) ->
                visitors.put(role, Visitor.ofThePlan(port, person).withTasklistsToken()));
        visitors.put("nobody", new Visitor(port));
    }

    /**
     * Tries them all; the task is as it was afterwards.
     *
     * @param offeredTo whether a person is a candidate of this very task: what several places are asked is one row of the table
     */
    void areAsTheTableSays(Task task, Predicate<String> offeredTo) {
        String process = task.getProcessDefinitionId().split(":")[0];
        List<String> row = table.rows().stream()
                .filter(one -> one.get(0).equals(process) && one.get(1).equals(task.getTaskDefinitionKey()))
                .findFirst()
                .orElseThrow();
        List<String> wrong = new ArrayList<>();
        visitors.forEach((role, visitor) -> {
            String column = role.equals("stand-in") ? "leader" : role;
            boolean offered = !role.equals("nobody")
                    && (isOffered(row, column) || role.equals("stand-in") && isOffered(row, "staff"))
                    && offeredTo.test(persons.get(role));
            boolean leads =
                    column.equals("leader") && table.cell(row, "leader reads").equals("yes");
            reads(visitor, task.getId(), offered || leads).forEach(found -> wrong.add("%s: %s".formatted(role, found)));
            does(visitor, task.getId(), persons.get(role), offered)
                    .forEach(found -> wrong.add("%s: %s".formatted(role, found)));
        });
        assertThat(wrong).as(task.getTaskDefinitionKey()).isEmpty();
    }

    private boolean isOffered(List<String> row, String column) {
        return table.roles(row).get(column).equals("yes");
    }

    private static List<String> reads(Visitor visitor, String task, boolean may) {
        List<String> wrong = new ArrayList<>();
        for (String address : READING) {
            int status = visitor.get(Visitor.TASKLIST + address.formatted(task)).statusCode();
            if ((status == 200) != may) {
                wrong.add("GET %s %d".formatted(address, status));
            }
        }
        for (String address : LISTS) {
            String list =
                    visitor.get(Visitor.TASKLIST + address.formatted(task)).body();
            if (list.contains(task) && !may) {
                wrong.add("GET %s shows it".formatted(address));
            }
        }
        return wrong;
    }

    private List<String> does(Visitor visitor, String task, String person, boolean may) {
        List<String> wrong = new ArrayList<>();
        for (int n = 0; n < verbsAtATime; n++) {
            List<String> deed = DOING.get(tried++ % DOING.size());
            int status = visitor.json(
                            deed.get(0), Visitor.TASKLIST + deed.get(1).formatted(task), deed.get(2))
                    .statusCode();
            if (status < 300) {
                wrong.add("%s %s %d".formatted(deed.get(0), deed.get(1), status));
            }
        }
        int claimed = visitor.json(
                        "POST",
                        Visitor.TASKLIST + "/task/%s/claim".formatted(task),
                        "{\"userId\": \"%s\"}".formatted(person))
                .statusCode();
        if ((claimed < 300) != may) {
            wrong.add("claim %d".formatted(claimed));
        }
        if (claimed < 300) {
            visitor.json("POST", Visitor.TASKLIST + "/task/%s/unclaim".formatted(task), "{}");
        }
        return wrong;
    }
}
