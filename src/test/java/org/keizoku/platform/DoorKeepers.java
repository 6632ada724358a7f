package org.keizoku.platform;

import java.util.List;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.springframework.context.ApplicationContext;

/** Invented people and tasks for testing the doors. */
final class DoorKeepers {

    static final String STAFF = "door-tester-1";
    static final String AUDITOR = "door-auditor-1";
    static final String ADMINISTRATOR = "door-admin-1";
    static final String PASSWORD = "only-for-tests-1";

    private final IdentityService identity;
    private final AuthorizationService authorizations;
    private final FilterService filters;
    private final TaskService tasks;
    private final RuntimeService runtime;

    DoorKeepers(ApplicationContext context) {
        identity = context.getBean(IdentityService.class);
        authorizations = context.getBean(AuthorizationService.class);
        filters = context.getBean(FilterService.class);
        tasks = context.getBean(TaskService.class);
        runtime = context.getBean(RuntimeService.class);
        identity.clearAuthentication();
        if (identity.createUserQuery().userId(STAFF).count() == 0) {
            make();
            deploySample(context.getBean(RepositoryService.class));
        }
    }

    /** The sample lies where the application does not look: whoever tries it out must not find it among the procedures. */
    private static void deploySample(RepositoryService repository) {
        var deployment = repository.createDeployment();
        for (String name : List.of("processes/door-check.bpmn", "forms/door-check.form", "forms/door-request.form")) {
            String file = "/samples/" + name.substring(name.indexOf('/') + 1);
            deployment.addInputStream(name, DoorKeepers.class.getResourceAsStream(file));
        }
        deployment.deploy();
    }

    /** A task that door keepers may take; its id. */
    String openTask() {
        identity.clearAuthentication();
        var instance = runtime.startProcessInstanceByKey("door-check");
        return tasks.createTaskQuery()
                .processInstanceId(instance.getId())
                .singleResult()
                .getId();
    }

    String makePerson(String id, String... groups) {
        identity.clearAuthentication();
        var user = identity.newUser(id);
        user.setFirstName("試験");
        user.setLastName(id);
        user.setPassword(PASSWORD);
        identity.saveUser(user);
        for (String group : groups) {
            join(id, group);
        }
        return id;
    }

    void join(String person, String group) {
        identity.clearAuthentication();
        if (identity.createGroupQuery().groupId(group).count() == 0) {
            identity.saveGroup(identity.newGroup(group));
        }
        identity.createMembership(person, group);
    }

    void deletePerson(String id) {
        identity.clearAuthentication();
        identity.deleteUser(id);
    }

    boolean isDone(String task) {
        identity.clearAuthentication();
        return tasks.createTaskQuery().taskId(task).count() == 0;
    }

    private void make() {
        makePerson(STAFF, "door-keepers");
        // A group of its own for the grant: the plan's auditors must stay without Tasklist in the shared context.
        makePerson(AUDITOR, "auditor", "door-auditors");
        makePerson(ADMINISTRATOR, "camunda-admin");
        for (String group : List.of("door-keepers", "door-auditors", "camunda-admin")) {
            allow(group, Resources.APPLICATION, "tasklist", Permissions.ACCESS);
        }
        allow("camunda-admin", Resources.APPLICATION, "cockpit", Permissions.ACCESS);
        allow("door-keepers", Resources.FILTER, "*", Permissions.READ);
        allow(
                "door-keepers",
                Resources.PROCESS_DEFINITION,
                "door-check",
                Permissions.READ,
                Permissions.READ_INSTANCE,
                Permissions.READ_HISTORY,
                Permissions.CREATE_INSTANCE);
        allow("door-keepers", Resources.PROCESS_INSTANCE, "*", Permissions.CREATE);
        var mine = filters.newTaskFilter("扉の係のタスク");
        mine.setQuery(tasks.createTaskQuery()
                .taskCandidateGroupIn(List.of("door-keepers"))
                .includeAssignedTasks());
        filters.saveFilter(mine);
    }

    private void allow(String group, Resource resource, String id, Permission... permissions) {
        var grant = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        grant.setGroupId(group);
        grant.setResource(resource);
        grant.setResourceId(id);
        grant.setPermissions(permissions);
        authorizations.saveAuthorization(grant);
    }
}
