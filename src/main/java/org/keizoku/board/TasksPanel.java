package org.keizoku.board;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.keizoku.activation.Activation;
import org.keizoku.audit.Names;
import org.keizoku.plan.Plan;
import org.keizoku.plan.Role;
import org.keizoku.platform.JapanTime;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** 未完了タスク: what waits, by the group that it waits for, who has it and what is late; the most urgent first. */
@Component
@Order(1)
class TasksPanel implements Panel {

    private static final Comparator<OpenTask> URGENT_FIRST = Comparator.comparing(
                    OpenTask::dueAt, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(OpenTask::openedAt);

    private final OpenTasksProcess tasks;
    private final Clock clock;

    TasksPanel(OpenTasksProcess tasks, Clock clock) {
        this.tasks = tasks;
        this.clock = clock;
    }

    @Override
    public String fragment() {
        return "tasks";
    }

    @Override
    public Object of(Activation activation, Plan plan) {
        var names = new Names(plan);
        Map<String, List<Row>> byGroup = new LinkedHashMap<>();
        tasks.of(activation.number()).stream().sorted(URGENT_FIRST).forEach(task -> byGroup.computeIfAbsent(
                        groupName(task, plan), name -> new ArrayList<>())
                .add(row(task, names)));
        return byGroup;
    }

    private Row row(OpenTask task, Names names) {
        Instant now = clock.instant();
        boolean late = task.dueAt() != null && task.dueAt().isBefore(now);
        return new Row(
                task.id(),
                task.name(),
                task.assignee() == null ? null : names.person(task.assignee()),
                JapanTime.plain(task.dueAt()),
                late ? "期限超過 " + JapanTime.span(Duration.between(task.dueAt(), now)) : "",
                late);
    }

    /** Whom it is offered to; a role with all of its deputies by one name. */
    private static String groupName(OpenTask task, Plan plan) {
        if (task.groups().isEmpty()) {
            return "担当者を指名";
        }
        List<String> left = new ArrayList<>(task.groups());
        List<String> names = new ArrayList<>();
        for (Role role : plan.roles()) {
            List<String> ranks = role.ranks().stream().map(Role.Rank::group).toList();
            if (ranks.size() > 1 && left.containsAll(ranks)) {
                left.removeAll(ranks);
                names.add(role.name() + "(代行者を含む)");
            }
        }
        left.forEach(group -> names.add(capacity(group, plan)));
        return String.join("、", names);
    }

    private static String capacity(String group, Plan plan) {
        return plan.roles().stream()
                .flatMap(role -> role.ranks().stream())
                .filter(rank -> rank.group().equals(group))
                .findFirst()
                .map(Role.Rank::capacity)
                .orElse(group);
    }

    /** One task; holder is null while nobody has it. */
    record Row(String id, String name, String holder, String due, String lateness, boolean late) {}
}
