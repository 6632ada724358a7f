package org.keizoku.plan;

import java.time.Duration;
import org.keizoku.platform.BackgroundLook;
import org.springframework.stereotype.Component;

/** Looks every other second whether another node has brought a version of the plan into force. */
@Component
class PlanWatch extends BackgroundLook {

    private static final Duration EVERY = Duration.ofSeconds(2);

    private final Plans plans;

    PlanWatch(Plans plans) {
        super("plan-watch", true, EVERY, EVERY);
        this.plans = plans;
    }

    @Override
    protected void look() {
        plans.follow();
    }
}
