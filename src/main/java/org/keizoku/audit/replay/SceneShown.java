package org.keizoku.audit.replay;

import java.util.List;

/**
 * One scene as the page draws it, in words.
 *
 * @param second of Unix time; the scene is how things stood at its end
 * @param path from the run that stands by itself down to the one shown
 * @param definition the version of the model that is shown
 * @param below what the run shown has called by then
 * @param open every task of the activation that waits
 * @param told what the record tells of this second
 */
record SceneShown(
        long second,
        String at,
        List<RunShown> path,
        String definition,
        String state,
        List<TokenShown> tokens,
        List<StepShown> passed,
        List<CalledShown> below,
        List<VariableShown> variables,
        List<TaskShown> open,
        List<EntryShown> told,
        List<NoticeShown> notices) {

    /** A run by its name. */
    record RunShown(String id, String name) {}

    /**
     * A token of the run shown.
     *
     * @param holder empty where nobody has the task, null where it is none
     * @param late how long it is overdue, empty where it is not
     */
    record TokenShown(String step, String name, String since, String holder, String due, String late) {}

    /** A run that a step of the run shown called, and whether it still goes on. */
    record CalledShown(String step, RunShown run, String state) {}

    /** A step that was left: how often done, withdrawn, and done too late. */
    record StepShown(String step, int done, int withdrawn, int late) {}

    /**
     * A variable of the run shown.
     *
     * @param before what it held in the scene before; null where it did not exist
     * @param change {@code new}, {@code changed}, {@code gone} or {@code same}
     */
    record VariableShown(String name, String step, String value, String before, String change) {}

    /** A task that waits, wherever in the activation. */
    record TaskShown(RunShown run, String name, String holder, String late) {}

    /** An entry of the ledger. */
    record EntryShown(long id, String kind, String told) {}

    /** An attempt to tell somebody something. */
    record NoticeShown(String who, String subject, String way, String state, boolean bad) {}
}
