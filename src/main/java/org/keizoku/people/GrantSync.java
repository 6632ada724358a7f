package org.keizoku.people;

import static java.util.stream.Collectors.toSet;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.springframework.stereotype.Component;

/**
 * The grants as the engine's authorizations. Whatever else was granted to a group or to a person is withdrawn, by whomever; only
 * the rows on tasks stay, which the engine itself writes for a task's candidates and removes with the task.
 */
@Component
class GrantSync {

    private final AuthorizationService authorizations;

    GrantSync(AuthorizationService authorizations) {
        this.authorizations = authorizations;
    }

    /** Brings the rows to these grants; a row that is right already is not touched. */
    void hold(List<Grant> grants) {
        Map<List<String>, Authorization> there = new HashMap<>();
        for (Authorization row : rows()) {
            // To a person: the engine gives everybody all rights to their own account when it is made.
            if (row.getGroupId() == null) {
                authorizations.deleteAuthorization(row.getId());
            } else {
                there.put(key(row), row);
            }
        }
        for (Grant grant : grants) {
            Authorization row = there.remove(key(type(grant), grant.group(), grant.resource(), grant.id()));
            if (row == null) {
                grant(grant, authorizations.createNewAuthorization(type(grant)));
            } else if (!names(row).equals(grant.permissions())) {
                grant(grant, row);
            }
        }
        there.values().forEach(row -> authorizations.deleteAuthorization(row.getId()));
    }

    private List<Authorization> rows() {
        return authorizations.createAuthorizationQuery().list().stream()
                .filter(row -> row.getAuthorizationType() != Authorization.AUTH_TYPE_GLOBAL)
                .filter(row -> row.getResourceType() != Resources.TASK.resourceType()
                        && row.getResourceType() != Resources.HISTORIC_TASK.resourceType())
                .toList();
    }

    private void grant(Grant grant, Authorization row) {
        row.setGroupId(grant.group());
        row.setResource(Resources.valueOf(grant.resource()));
        row.setResourceId(grant.id());
        row.setPermissions(Arrays.stream(possible(row.getResourceType()))
                .filter(permission -> grant.permissions().contains(permission.getName()))
                .toArray(Permission[]::new));
        authorizations.saveAuthorization(row);
    }

    private static Set<String> names(Authorization row) {
        return Arrays.stream(row.getPermissions(possible(row.getResourceType())))
                .map(Permission::getName)
                .filter(name -> !name.equals("NONE") && !name.equals("ALL"))
                .collect(toSet());
    }

    private static List<String> key(Authorization row) {
        String resource = Arrays.stream(Resources.values())
                .filter(known -> known.resourceType() == row.getResourceType())
                .map(Enum::name)
                .findFirst()
                .orElse(String.valueOf(row.getResourceType()));
        return key(row.getAuthorizationType(), row.getGroupId(), resource, row.getResourceId());
    }

    private static List<String> key(int type, String group, String resource, String id) {
        return List.of(String.valueOf(type), group, resource, id);
    }

    private static int type(Grant grant) {
        return grant.given() ? Authorization.AUTH_TYPE_GRANT : Authorization.AUTH_TYPE_REVOKE;
    }

    private static Permission[] possible(int resourceType) {
        return resourceType == Resources.PROCESS_DEFINITION.resourceType()
                ? ProcessDefinitionPermissions.values()
                : Permissions.values();
    }
}
