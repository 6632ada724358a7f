package org.keizoku.contract;

import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;

/** Timers carry what Java computed from the plan, so that a drill runs compressed and downtime skips nothing. */
final class TimerRules {

    private static final String VARIABLE = "\\$\\{\\w+}";

    private TimerRules() {}

    static List<String> noLiteralTimes(Models models) {
        return models.inProcesses(file -> Stream.concat(
                file.all(TimerEventDefinition.class)
                        .flatMap(timer -> Stream.of(timer.getTimeDate(), timer.getTimeDuration())
                                .filter(time -> time != null
                                        && !time.getTextContent().trim().matches(VARIABLE))
                                .map(time -> file.at(
                                        timer.getId(),
                                        "a timer takes a ${variable}, not "
                                                + time.getTextContent().trim()))),
                file.all(UserTask.class).flatMap(task -> Stream.of(
                                task.getCamundaDueDate() == null ? "" : task.getCamundaDueDate(),
                                task.getCamundaFollowUpDate() == null ? "" : task.getCamundaFollowUpDate())
                        .filter(time -> !time.isEmpty() && !time.matches(VARIABLE))
                        .map(time -> file.at(task.getId(), "a due date takes a ${variable}, not " + time)))));
    }

    static List<String> noCycles(Models models) {
        return models.inProcesses(file -> file.all(TimerEventDefinition.class)
                .filter(timer -> timer.getTimeCycle() != null)
                .map(timer -> file.at(timer.getId(), "timeCycle silently skips what was due during downtime")));
    }
}
