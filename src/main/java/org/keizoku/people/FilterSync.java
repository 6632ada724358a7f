package org.keizoku.people;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.stereotype.Component;

/** The ready lists as Tasklist's filters, found again by name; other filters are left alone. */
@Component
class FilterSync {

    private final FilterService filters;
    private final TaskService tasks;

    FilterSync(FilterService filters, TaskService tasks) {
        this.filters = filters;
        this.tasks = tasks;
    }

    /** The filters' ids in the engine. */
    Map<ReadyFilter, String> offer(List<ReadyFilter> ready) {
        Map<ReadyFilter, String> ids = new LinkedHashMap<>();
        ready.forEach(list -> ids.put(list, offer(list)));
        return ids;
    }

    private String offer(ReadyFilter list) {
        List<Filter> sameName =
                filters.createFilterQuery().filterName(list.name()).list();
        sameName.stream().skip(1).forEach(twin -> filters.deleteFilter(twin.getId()));
        Filter filter = sameName.isEmpty() ? filters.newTaskFilter(list.name()) : sameName.get(0);
        if (sameName.isEmpty() || !list.edition().equals(filter.getProperties().get("edition"))) {
            filter.setQuery(query(list));
            filter.setProperties(list.properties());
            filters.saveFilter(filter);
        }
        return filter.getId();
    }

    /** All conditions must hold: expressions in or-queries stay out (they are how 7.24.0 is attacked). */
    private TaskQuery query(ReadyFilter list) {
        TaskQuery query = whose(list.whose());
        if (list.overdue()) {
            query.dueBeforeExpression("${now()}");
        }
        if (!list.steps().isEmpty()) {
            query.taskDefinitionKeyIn(list.steps().toArray(String[]::new));
        }
        return query.orderByDueDate().asc().orderByTaskPriority().desc();
    }

    private TaskQuery whose(ReadyFilter.Whose whose) {
        TaskQuery query = tasks.createTaskQuery().active();
        return switch (whose) {
            case MINE -> query.taskAssigneeExpression("${currentUser()}");
            case UNTAKEN_OF_MY_GROUPS -> query.taskCandidateGroupInExpression("${currentUserGroups()}");
            case ALL_OF_MY_GROUPS ->
                query.taskCandidateGroupInExpression("${currentUserGroups()}").includeAssignedTasks();
            case EVERYBODYS -> query;
        };
    }
}
