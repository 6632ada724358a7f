package org.keizoku.audit;

import java.util.Locale;
import org.keizoku.engine.Actor;
import org.keizoku.engine.StepHappened;
import org.keizoku.engine.TaskHappened;

/** The sentences of the record for what the engine does; a person stands in them as {@code {person-id}}. */
final class Told {

    private Told() {}

    static String kind(TaskHappened.What what) {
        return "task-" + spoken(what);
    }

    static String kind(StepHappened.What what) {
        return spoken(what);
    }

    static String of(TaskHappened task, String actor) {
        String name = "タスク「%s」".formatted(task.name() == null ? task.step() : task.name());
        return switch (task.what()) {
            case OPENED -> name + "が発生";
            case CLAIMED -> by(actor) + name + "を担当";
            case GIVEN_BACK ->
                actor.equals(task.formerAssignee())
                        ? by(actor) + name + "の担当を降りた"
                        : by(actor) + name + "の担当から {" + task.formerAssignee() + "} を外した";
            case HANDED_OVER -> by(actor) + name + "を {" + task.assignee() + "} に割り当て";
            case DONE -> by(actor) + name + "を完了";
            case WITHDRAWN -> name + "を取り下げ";
        };
    }

    static String of(StepHappened step) {
        String name = "「" + step.name() + "」";
        return switch (step.what()) {
            case TIMER_FIRED -> "時刻になった" + name;
            case TIMER_CANCELLED -> "時刻を待つのをやめた" + name;
            case PROCEDURE_STARTED -> by(step.actor()) + "手順" + name + "を開始";
            case PROCEDURE_ENDED -> "手順" + name + "が終了";
            case PROCEDURE_CANCELLED -> by(step.actor()) + "手順" + name + "を中止";
            case INCIDENT_RAISED -> name + "の処理が止まった(運用担当の確認が必要)";
            case INCIDENT_RESOLVED -> name + "の処理の停止が解消";
            case OPERATED -> by(step.actor()) + "管理操作(" + OperatorWords.of(step.name(), step.step()) + ")";
        };
    }

    /** Nothing where the software acted by itself. */
    private static String by(String actor) {
        return actor.equals(Actor.SYSTEM) ? "" : "{" + actor + "} が";
    }

    private static String spoken(Enum<?> what) {
        return what.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
