package org.keizoku.platform;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricIdentityLinkLog;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.keizoku.approval.DecisionModel;
import org.keizoku.people.Standing;
import org.keizoku.plan.PersonId;
import org.keizoku.report.ReportModel;
import org.keizoku.scenario.City;
import org.keizoku.scenario.Everybody;
import org.keizoku.testing.KeizokuTest;
import org.keizoku.testing.Night;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Walks the tasks of docs/access.md: every role and every task of every procedure; a task without its row is found. */
@KeizokuTest
class TaskAccessTest {

    @LocalServerPort
    int port;

    @Autowired
    Night night;

    @Autowired
    City city;

    @Autowired
    Everybody everybody;

    @Autowired
    HistoryService history;

    @Autowired
    TaskService tasks;

    @Autowired
    Standing standing;

    @Test
    void every_task_is_offered_to_whom_its_row_says() throws IOException {
        AccessTable table = AccessTable.under("Tasks");
        assertThat(table.rows().stream().map(row -> String.join(" ", row.subList(0, 3))))
                .containsExactlyInAnyOrderElementsOf(tasksOfTheModels());

        Map<String, Set<String>> offeredAtOnce = nightInTheCity();
        Map<String, Map<String, String>> byVariable = new LinkedHashMap<>();
        for (List<String> row : table.rows()) {
            Map<String, String> says = table.roles(row);
            Set<String> atOnce = offeredAtOnce.get(table.cell(row, "task"));
            if (atOnce != null) {
                assertThat(rolesSaying("yes", says)).as(row.get(1)).isEqualTo(atOnce);
            }
            // What the night did not come by is offered by a variable of the same name to the same people.
            byVariable.merge(table.cell(row, "offered by"), says, (before, now) -> {
                assertThat(now).as(row.get(1)).isEqualTo(before);
                return before;
            });
        }
        assertThat(offeredAtOnce.keySet()).hasSizeGreaterThan(10);
    }

    @Test
    void after_all_silences_a_decision_is_offered_to_those_who_come_later() {
        String number = city.earthquake("6-lower", "2026-01-16T00:33:00+09:00");
        night.passes(Duration.ofHours(6));

        AccessTable table = AccessTable.under("Tasks");
        List<String> row = table.rows().stream()
                .filter(one -> one.contains(DecisionModel.DECIDE))
                .findFirst()
                .orElseThrow();
        var says = table.roles(row);
        AccessTable.persons().forEach((role, person) -> assertThat(city.mayClaim(person, number, DecisionModel.DECIDE))
                .as(role)
                .isEqualTo(!says.get(role).equals("no")));
    }

    int verbsAtATime() {
        return 1;
    }

    private static Set<String> rolesSaying(String word, Map<String, String> says) {
        return says.keySet().stream()
                .filter(role -> says.get(role).equals(word))
                .collect(toSet());
    }

    private static List<String> tasksOfTheModels() throws IOException {
        Pattern task = Pattern.compile("<bpmn:userTask id=\"(\\w+)\"[^>]*camunda:candidateGroups=\"\\$\\{(\\w+)}\"");
        try (Stream<Path> models = Files.list(Path.of("processes"))) {
            List<String> found = new ArrayList<>();
            for (Path model :
                    models.filter(file -> file.toString().endsWith(".bpmn")).toList()) {
                String process = model.getFileName().toString().replace(".bpmn", "");
                task.matcher(Files.readString(model))
                        .results()
                        .forEach(hit -> found.add("%s %s %s".formatted(process, hit.group(1), hit.group(2))));
            }
            return found;
        }
    }

    /** Plays a night to its end: for each task that came by, the roles that it was offered to when it was opened. */
    private Map<String, Set<String>> nightInTheCity() {
        String number = city.earthquake("6-lower", "2026-01-16T00:34:00+09:00");
        Set<String> seen = new HashSet<>();
        var doors = new TaskDoors(port, verbsAtATime());
        everybody.worksUntilClosed(number, List.of("alert-mail"), task -> {
            if (seen.add(task.getTaskDefinitionKey())) {
                Set<String> groups = candidatesOf(task);
                doors.areAsTheTableSays(task, person -> standing.groupsOf(new PersonId(person)).stream()
                        .anyMatch(groups::contains));
            }
        });
        Map<String, Set<String>> groupsOf = AccessTable.persons().entrySet().stream()
                .collect(toMap(Map.Entry::getKey, one -> standing.groupsOf(new PersonId(one.getValue()))));
        Map<String, Set<String>> offered = new LinkedHashMap<>();
        List<HistoricTaskInstance> past = night.asNobody(() -> history.createHistoricTaskInstanceQuery()
                .processInstanceBusinessKey(number)
                .list());
        for (HistoricTaskInstance task : past) {
            // The row says who takes command; others of the city's decisions are headquarters' own.
            boolean theRows = !task.getTaskDefinitionKey().equals(DecisionModel.DECIDE) || takesCommand(task);
            if (theRows) {
                Set<String> groups = groupsAtOnce(task);
                groupsOf.forEach((role, in) -> {
                    if (in.stream().anyMatch(groups::contains)) {
                        offered.computeIfAbsent(task.getTaskDefinitionKey(), none -> new TreeSet<>())
                                .add(role);
                    }
                });
            }
        }
        assertThat(offered).containsKeys(DecisionModel.DECIDE, ReportModel.SIGN_REPORT);
        return offered;
    }

    private Set<String> candidatesOf(Task task) {
        return night.asNobody(() -> tasks.getIdentityLinksForTask(task.getId()).stream()
                .map(IdentityLink::getGroupId)
                .filter(Objects::nonNull)
                .collect(toSet()));
    }

    private boolean takesCommand(HistoricTaskInstance decision) {
        return night.asNobody(() -> history.createHistoricVariableInstanceQuery()
                        .processInstanceId(decision.getProcessInstanceId())
                        .variableValueEquals(DecisionModel.DECISION_ID.name(), "take-command")
                        .count()
                > 0);
    }

    private Set<String> groupsAtOnce(HistoricTaskInstance task) {
        return night.asNobody(() -> history.createHistoricIdentityLinkLogQuery().taskId(task.getId()).list().stream()
                .filter(link -> link.getGroupId() != null && !link.getTime().after(task.getStartTime()))
                .map(HistoricIdentityLinkLog::getGroupId)
                .collect(toSet()));
    }
}
