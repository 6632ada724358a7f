package org.keizoku.platform.security;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.keizoku.engine.Actor;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.stereotype.Component;

/** The persons who can sign in and the groups they are in now, as the engine knows them. */
@Component
class EngineUsers {

    private final IdentityService identity;
    private final Actor actor;

    EngineUsers(IdentityService identity, Actor actor) {
        this.identity = identity;
        this.actor = actor;
    }

    /** The person's groups; empty when there is no such person any more. */
    Optional<List<String>> find(String id) {
        return actor.asSystem(() -> identity.createUserQuery().userId(id).count() == 0
                ? Optional.empty()
                : Optional.of(identity.createGroupQuery().groupMember(id).list().stream()
                        .map(Group::getId)
                        .sorted()
                        .toList()));
    }

    static List<GrantedAuthority> authorities(List<String> groups) {
        return groups.stream()
                .<GrantedAuthority>map(group -> new SimpleGrantedAuthority("ROLE_" + group))
                .toList();
    }

    static List<String> groups(Iterable<? extends GrantedAuthority> authorities) {
        var groups = new ArrayList<String>();
        authorities.forEach(authority -> groups.add(authority.getAuthority().replaceFirst("^ROLE_", "")));
        return groups;
    }
}
