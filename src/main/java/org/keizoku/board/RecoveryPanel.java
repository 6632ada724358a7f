package org.keizoku.board;

import java.time.Clock;
import org.keizoku.activation.Activation;
import org.keizoku.plan.Plan;
import org.keizoku.plan.PrioritySystem;
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
        String name = plan.systems().stream()
                .filter(system -> system.id().equals(recovery.system()))
                .findFirst()
                .map(PrioritySystem::name)
                .orElse(recovery.system().value());
        return new Row(
                name,
                Remaining.of(recovery, clock.instant()),
                JapanTime.plain(recovery.rtoDueAt()),
                recovery.state().label(),
                JapanTime.plain(recovery.estimatedAt()));
    }

    /** One line of the panel. */
    record Row(String system, Remaining remaining, String due, String state, String estimated) {}
}
