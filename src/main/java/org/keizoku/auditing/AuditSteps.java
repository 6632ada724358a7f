package org.keizoku.auditing;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.keizoku.auditing.SecurityAudit.Step;
import org.keizoku.auditing.SecurityAudit.What;
import org.keizoku.engine.Actor;
import org.keizoku.engine.Fact;
import org.keizoku.people.Standing;
import org.keizoku.plan.PersonId;
import org.keizoku.plan.Role;
import org.keizoku.plan.RoleId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Keeps what somebody said in a step of an audit, and puts the step on the record; an audit belongs to no activation. */
@Component
class AuditSteps {

    private final SecurityAuditRows rows;
    private final Standing standing;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    AuditSteps(SecurityAuditRows rows, Standing standing, ApplicationEventPublisher events, Clock clock) {
        this.rows = rows;
        this.standing = standing;
        this.events = events;
        this.clock = clock;
    }

    /** Keeps the words of whoever acts for the role. */
    void said(long number, What what, PersonId person, RoleId role, String words) {
        rows.said(number, new Step(what, person.value(), capacity(person, role), clock.instant(), words));
    }

    void record(long number, PersonId person, RoleId role, String kind, String told, Map<String, ?> values) {
        publish(number, person.value(), capacity(person, role), kind, told, values);
    }

    void recordBySystem(long number, String kind, String told, Map<String, ?> values) {
        publish(number, Actor.SYSTEM, null, kind, told, values);
    }

    private String capacity(PersonId person, RoleId role) {
        return standing.rankOf(person, role).map(Role.Rank::capacity).orElse("");
    }

    private void publish(long number, String actor, String capacity, String kind, String told, Map<String, ?> values) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("監査", number);
        all.putAll(values);
        events.publishEvent(new Fact(null, clock.instant(), actor, capacity, kind, told, all));
    }
}
