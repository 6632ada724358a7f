package org.keizoku.recovery;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.keizoku.activation.Activation;
import org.keizoku.activation.ActivationNumber;
import org.keizoku.activation.Activations;
import org.keizoku.engine.Refused;
import org.keizoku.plan.Plan;
import org.keizoku.plan.PrioritySystem;
import org.keizoku.plan.SystemId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The recoveries of an activation, each against its target recovery time. */
@Service
public class Recoveries {

    private final RecoveryRows rows;
    private final Activations activations;
    private final Milestones milestones;
    private final VendorRequests vendors;
    private final Clock clock;

    Recoveries(RecoveryRows rows, Activations activations, Milestones milestones, VendorRequests vendors, Clock clock) {
        this.rows = rows;
        this.activations = activations;
        this.milestones = milestones;
        this.vendors = vendors;
        this.clock = clock;
    }

    /** The recoveries, the earliest target time first. */
    public List<Recovery> of(ActivationNumber activation) {
        return rows.of(activation);
    }

    /** The systems in the order in which they are recovered: by priority, then by target recovery time. */
    List<SystemId> inOrder(ActivationNumber activation, List<SystemId> affected) {
        Plan plan = activations.planOf(activation);
        String event = activations.get(activation).eventType();
        return affected.stream()
                .map(plan::system)
                .sorted(Comparator.comparingInt(PrioritySystem::priorityRank)
                        .thenComparing(system -> system.targetFor(event).rto())
                        .thenComparing(system -> system.id().value()))
                .map(PrioritySystem::id)
                .toList();
    }

    @Transactional
    RecoveryClock begin(ActivationNumber activation, SystemId system) {
        RecoveryClock recoveryClock = clockOf(activation, system);
        rows.begin(activation, system, clock.instant(), recoveryClock.due());
        return recoveryClock;
    }

    @Transactional
    void estimated(ActivationNumber activation, SystemId system, Instant at) {
        if (at.isBefore(activations.get(activation).occurredAt())) {
            throw new Refused("復旧見込みが発生日時より前です。");
        }
        rows.estimated(activation, system, at);
    }

    @Transactional
    void worked(ActivationNumber activation, SystemId system) {
        rows.state(activation, system, Recovery.State.VERIFYING);
    }

    /** What the owner section found: usable in full, usable at the target level, or not. */
    @Transactional
    void verified(ActivationNumber activation, SystemId system, String level) {
        if (level.equals("not")) {
            rows.state(activation, system, Recovery.State.RECOVERING);
            return;
        }
        Recovery.State state = level.equals("full") ? Recovery.State.FULLY : Recovery.State.PARTLY;
        Instant now = clock.instant();
        rows.restored(activation, system, state, now);
        vendors.withdrawn(activation, system, "復旧したため");
        boolean kept = rows.get(activation, system).isWithinRto(now);
        String name = activations.planOf(activation).system(system).name();
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("システム", name);
        values.put("状態", state.label());
        values.put("目標復旧時間", kept ? "達成" : "超過");
        activations.record(
                activation,
                "recovered",
                "%s: %s(目標復旧時間を%s)".formatted(name, state.label(), kept ? "達成" : "超過"),
                values);
    }

    /** The procedure ended: what is not back by then was cut off with it, and nobody is warned of its target any more. */
    @Transactional
    void ended(ActivationNumber activation, SystemId system) {
        Instant now = clock.instant();
        if (!rows.stopped(activation, system, now)) {
            return;
        }
        vendors.withdrawn(activation, system, "復旧の手順を中止したため");
        String name = activations.planOf(activation).system(system).name();
        boolean late = !rows.get(activation, system).isWithinRto(now);
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("システム", name);
        values.put("状態", Recovery.State.STOPPED.label());
        values.put("目標復旧時間", late ? "超過" : "期限前");
        activations.record(activation, "recovery-stopped", "%s: 復旧の手順を中止".formatted(name), values);
    }

    /** Tells the milestone that is reached by now, and returns when the next one is. */
    @Transactional
    Instant tellMilestone(ActivationNumber activation, SystemId system) {
        Recovery recovery = rows.get(activation, system);
        RecoveryClock recoveryClock = clockOf(activation, system);
        int reached = recoveryClock.lastReached(recovery.milestonesTold(), clock.instant());
        milestones.tell(activation, activations.planOf(activation).system(system), recoveryClock, recovery, reached);
        rows.told(activation, system, reached + 1);
        return recoveryClock.milestone(reached + 1);
    }

    private RecoveryClock clockOf(ActivationNumber number, SystemId system) {
        Activation activation = activations.get(number);
        Plan plan = activations.planOf(number);
        return new RecoveryClock(
                activation.occurredAt(),
                plan.system(system).targetFor(activation.eventType()).rto(),
                plan.recovery());
    }
}
