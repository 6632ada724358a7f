package org.keizoku.platform;

import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.task.Task;
import org.keizoku.engine.JavaWays.Way;

/** Every way into a task over HTTP: the engine's REST API with a password, and the routes under Tasklist with a session. */
final class RestWays {

    private static final String ENGINE_REST = "/engine-rest/";
    private static final String TASKLIST = Visitor.TASKLIST + "/";

    /** Who sends it (the person, or the leader for them), the verb, the path, the body. */
    static final List<String> REQUESTS =
            """
            person | POST   | task/TASK/claim                        | {"userId": "PERSON"}
            person | POST   | task/TASK/assignee                     | {"userId": "PERSON"}
            leader | POST   | task/TASK/assignee                     | {"userId": "PERSON"}
            person | POST   | task/TASK/complete                     | {"variables": {"matter": {"value": "another"}}}
            person | POST   | task/TASK/submit-form                  | {"variables": {}}
            person | POST   | task/TASK/submit-form                  | {"variables": {"matter": {"value": "another"}}}
            person | POST   | task/TASK/resolve                      | {}
            person | POST   | task/TASK/delegate                     | {"userId": "PERSON"}
            leader | POST   | task/TASK/delegate                     | {"userId": "PERSON"}
            person | POST   | task/TASK/identity-links               | {"userId": "PERSON", "type": "candidate"}
            person | POST   | task/TASK/identity-links               | {"userId": "PERSON", "type": "assignee"}
            leader | POST   | task/TASK/identity-links               | {"userId": "PERSON", "type": "candidate"}
            leader | POST   | task/TASK/identity-links               | {"userId": "PERSON", "type": "assignee"}
            person | PUT    | task/TASK                              | {"assignee": "PERSON"}
            leader | PUT    | task/TASK                              | {"assignee": "PERSON"}
            person | PUT    | task/TASK/variables/matter             | {"value": "another"}
            person | PUT    | task/TASK/localVariables/matter        | {"value": "another"}
            person | POST   | task/TASK/bpmnError                    | {"errorCode": "allowed"}
            person | POST   | task/TASK/bpmnEscalation               | {"escalationCode": "allowed"}
            person | DELETE | task/TASK                              | {}
            person | PUT    | process-instance/CASE/variables/matter | {"value": "another"}
            person | POST   | process-instance/CASE/modification     | {"instructions": [{"type": "startAfterActivity", "activityId": "STEP"}]}
            person | DELETE | process-instance/CASE                  | {}
            person | POST   | execution/CASE/signal                  | {}
            person | POST   | message                                | {"messageName": "allowed", "processInstanceId": "CASE"}
            """
                    .lines()
                    .toList();

    private final Map<String, Visitor> withPassword = new LinkedHashMap<>();
    private final Map<String, Visitor> signedIn = new LinkedHashMap<>();
    private final String leader;

    /** All of them are of the plan. */
    RestWays(int port, List<String> people, String leader) {
        this.leader = leader;
        Stream.concat(people.stream(), Stream.of(leader)).distinct().forEach(person -> {
            withPassword.put(person, new Visitor(port).withPassword(person, Visitor.PLANS_PASSWORD));
            signedIn.put(person, Visitor.ofThePlan(port, person).withTasklistsToken());
        });
    }

    /** By what each is called. */
    Map<String, Way> of(String person) {
        Map<String, Way> ways = new LinkedHashMap<>();
        for (String request : REQUESTS) {
            ways.put("REST: " + request, task -> send(withPassword, ENGINE_REST, request, person, task));
            ways.put("Tasklist: " + request, task -> send(signedIn, TASKLIST, request, person, task));
        }
        return ways;
    }

    /** The answer of the engine's REST API to one of them. */
    HttpResponse<String> tryRest(String request, String person, Task task) {
        return send(withPassword, ENGINE_REST, request, person, task);
    }

    private HttpResponse<String> send(
            Map<String, Visitor> visitors, String door, String request, String person, Task task) {
        String[] parts = request.split("\\|");
        Visitor sender = visitors.get(parts[0].strip().equals("leader") ? leader : person);
        return sender.json(parts[1].strip(), door + filled(parts[2], person, task), filled(parts[3], person, task));
    }

    private static String filled(String text, String person, Task task) {
        return text.strip()
                .replace("TASK", task.getId())
                .replace("CASE", task.getProcessInstanceId())
                .replace("STEP", task.getTaskDefinitionKey())
                .replace("PERSON", person);
    }
}
