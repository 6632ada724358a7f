package org.keizoku.approval;

import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.keizoku.approval.Ratifications.Decided;
import org.keizoku.engine.Actor;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Begins the time in which a superior may ratify what a deputy decided, or take it back; the response does not wait for it. */
@Component
class RatificationProcess {

    private final RuntimeService runtime;
    private final Actor actor;

    RatificationProcess(RuntimeService runtime, Actor actor) {
        this.runtime = runtime;
        this.actor = actor;
    }

    /** In the deputy's transaction, but not in the deputy's name. */
    @EventListener
    void on(Decided decided) {
        Map<String, Object> variables = new HashMap<>();
        variables.put(RatificationModel.DECISION_RUN.name(), decided.run());
        variables.put(RatificationModel.TITLE.name(), decided.title());
        variables.put(RatificationModel.BRIEFING.name(), decided.briefing());
        variables.put(RatificationModel.SUPERIORS.name(), String.join(",", decided.superiors()));
        variables.put(RatificationModel.LEADER.name(), decided.leader());
        variables.put(RatificationModel.RATIFY_BY.name(), Date.from(decided.ratifyBy()));
        actor.asSystem(() -> runtime.startProcessInstanceByKey(
                RatificationModel.PROCESS, decided.activation().value(), variables));
    }
}
