package org.keizoku.notice.watch;

import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.keizoku.engine.Actor;
import org.keizoku.plan.Plans;
import org.springframework.stereotype.Component;

/** What the watch tells the operator's procedure; in the application's own name, nobody else starts or ends it. */
@Component
class NoticeGapProcess {

    private final RuntimeService runtime;
    private final Plans plans;
    private final Actor actor;

    NoticeGapProcess(RuntimeService runtime, Plans plans, Actor actor) {
        this.runtime = runtime;
        this.plans = plans;
        this.actor = actor;
    }

    void found(long number, String told) {
        String operator = plans.inForce().duties().operator().value();
        actor.asSystem(() -> runtime.startProcessInstanceByKey(
                NoticeGapModel.PROCESS,
                Map.of(
                        NoticeGapModel.NUMBER.name(), number,
                        NoticeGapModel.OPERATOR.name(), operator,
                        NoticeGapModel.FOUND.name(), told)));
    }

    /** Nobody waits for it where the operator has done something about it before. */
    void over(long number) {
        actor.asSystem(() -> runtime.createMessageCorrelation(NoticeGapModel.OVER)
                .processInstanceVariableEquals(NoticeGapModel.NUMBER.name(), number)
                .correlateAllWithResult());
    }
}
