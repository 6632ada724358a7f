package org.keizoku.board;

import java.time.Clock;
import java.util.Optional;
import org.keizoku.activation.Activation;
import org.keizoku.plan.Plan;
import org.keizoku.plan.PrioritySystem;
import org.keizoku.plan.Vendor;
import org.keizoku.platform.JapanTime;
import org.keizoku.recovery.Recoveries;
import org.keizoku.recovery.Recovery;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** 優先システム: how far each is, and how much of its target recovery time is left; the earliest target first. */
@Component
@Order(3)
class RecoveryPanel implements Panel {

    private final Recoveries recoveries;
    private final Clock clock;

    RecoveryPanel(Recoveries recoveries, Clock clock) {
        this.recoveries = recoveries;
        this.clock = clock;
    }

    @Override
    public String fragment() {
        return "recovery";
    }

    @Override
    public Object of(Activation activation, Plan plan) {
        return recoveries.of(activation.number()).stream()
                .map(recovery -> row(recovery, plan))
                .toList();
    }

    private Row row(Recovery recovery, Plan plan) {
        Optional<PrioritySystem> system = plan.systems().stream()
                .filter(one -> one.id().equals(recovery.system()))
                .findFirst();
        return new Row(
                system.map(PrioritySystem::name).orElse(recovery.system().value()),
                system.map(PrioritySystem::vendor).flatMap(plan::findVendor).orElse(null),
                Remaining.of(recovery, clock.instant()),
                JapanTime.plain(recovery.rtoDueAt()),
                recovery.stateInWords(),
                JapanTime.plain(recovery.estimatedAt()));
    }

    /**
     * One line of the panel.
     *
     * @param vendor who helps to recover it, null where nobody does
     */
    record Row(String system, Vendor vendor, Remaining remaining, String due, String state, String estimated) {}
}
