package org.keizoku.engine;

import java.util.Arrays;
import org.camunda.bpm.engine.authorization.TaskPermissions;
import org.camunda.bpm.engine.impl.cfg.auth.DefaultAuthorizationProvider;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.task.Task;

/**
 * What whoever claims a task may do with it: also give it back. The engine counts that as assigning; to whom it goes then, and that
 * nobody gives back another's task, is {@link TaskWatch}'s to hold.
 */
final class GiveBackOwnTask extends DefaultAuthorizationProvider {

    @Override
    public AuthorizationEntity[] newTaskAssignee(Task task, String oldAssignee, String newAssignee) {
        AuthorizationEntity[] rights = super.newTaskAssignee(task, oldAssignee, newAssignee);
        if (rights != null) {
            Arrays.stream(rights).forEach(right -> right.addPermission(TaskPermissions.TASK_ASSIGN));
        }
        return rights;
    }
}
