package org.keizoku.downgrade;

import org.keizoku.activation.Activations;
import org.keizoku.activation.SituationFell;
import org.keizoku.plan.Plan;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Has what is in force looked at again as soon as the situation is less grave than when it was approved. */
@Component
class ReviewingDowngrades {

    private final DowngradeRows rows;
    private final Activations activations;
    private final DowngradeProcess process;

    ReviewingDowngrades(DowngradeRows rows, Activations activations, DowngradeProcess process) {
        this.rows = rows;
        this.activations = activations;
        this.process = process;
    }

    /** In the transaction in which it fell. */
    @EventListener
    void on(SituationFell fell) {
        Plan plan = activations.planOf(fell.activation());
        String leader = plan.role(plan.duties().leader()).candidates();
        rows.of(fell.activation()).stream()
                .filter(Downgrade::isLowered)
                .forEach(downgrade ->
                        process.review(downgrade, leader, "状況が「%s」から「%s」に下がりました。".formatted(fell.from(), fell.to())));
    }
}
