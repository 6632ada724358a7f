package org.keizoku.recovery;

import static org.keizoku.recovery.SystemRecoveryModel.ALTERNATE_BASE;
import static org.keizoku.recovery.SystemRecoveryModel.ESTIMATED_AT;
import static org.keizoku.recovery.SystemRecoveryModel.FAILURE_PLACE;
import static org.keizoku.recovery.SystemRecoveryModel.HOSTING;
import static org.keizoku.recovery.SystemRecoveryModel.LEVEL_TABLE;
import static org.keizoku.recovery.SystemRecoveryModel.NEXT_MILESTONE_AT;
import static org.keizoku.recovery.SystemRecoveryModel.OWNER;
import static org.keizoku.recovery.SystemRecoveryModel.PRIORITY;
import static org.keizoku.recovery.SystemRecoveryModel.PRIORITY_LETTER;
import static org.keizoku.recovery.SystemRecoveryModel.RECOVERY_BASE;
import static org.keizoku.recovery.SystemRecoveryModel.RLO;
import static org.keizoku.recovery.SystemRecoveryModel.RTO_DUE_AT;
import static org.keizoku.recovery.SystemRecoveryModel.SEPARATE_LINE;
import static org.keizoku.recovery.SystemRecoveryModel.SUBSTITUTE;
import static org.keizoku.recovery.SystemRecoveryModel.SUBSTITUTE_TABLE;
import static org.keizoku.recovery.SystemRecoveryModel.SYSTEM_ID;
import static org.keizoku.recovery.SystemRecoveryModel.SYSTEM_NAME;
import static org.keizoku.recovery.SystemRecoveryModel.VENDOR_NAME;
import static org.keizoku.recovery.SystemRecoveryModel.VENDOR_NAMED;
import static org.keizoku.recovery.SystemRecoveryModel.VERIFIED_LEVEL;
import static org.keizoku.recovery.SystemRecoveryModel.WAY_TABLE;
import static org.keizoku.recovery.SystemRecoveryModel.WITHIN_RTO;

import java.time.Instant;
import java.util.Date;
import java.util.HashSet;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.keizoku.activation.AbsentPeople;
import org.keizoku.activation.Activation;
import org.keizoku.activation.ActivationNumber;
import org.keizoku.activation.Activations;
import org.keizoku.engine.EnteredMoment;
import org.keizoku.engine.Hands;
import org.keizoku.engine.Side;
import org.keizoku.plan.Plan;
import org.keizoku.plan.PrioritySystem;
import org.keizoku.plan.SystemId;
import org.keizoku.plan.Vendor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What system-recovery.bpmn asks of us. */
@Configuration(proxyBeanMethods = false)
class SystemRecoveryTasks {

    /** Decisions stand at 80, reports at 70: recovery tasks follow, the first priority first. */
    private static final int HIGHEST_PRIORITY = 60;

    @Bean
    JavaDelegate startRecovery(Recoveries recoveries, Activations activations) {
        return task -> {
            Activation activation = activations.get(number(task));
            PrioritySystem system = activations.planOf(activation.number()).system(system(task));
            var target = system.targetFor(activation.eventType());
            RecoveryClock clock = recoveries.begin(activation.number(), system.id());
            SYSTEM_NAME.set(task, system.name());
            RLO.set(task, target.rlo());
            SUBSTITUTE.set(task, system.substitute() == null ? "なし" : system.substitute());
            OWNER.set(task, system.owner().value());
            PRIORITY.set(task, HIGHEST_PRIORITY - 5 * system.priorityRank());
            RTO_DUE_AT.set(task, Date.from(clock.due()));
            NEXT_MILESTONE_AT.set(task, Date.from(clock.milestone(0)));
            askTables(task, activations.planOf(activation.number()), system);
        };
    }

    /** A table reads all of its inputs: what is not known yet is there, and null. */
    private static void askTables(DelegateExecution task, Plan plan, PrioritySystem system) {
        LEVEL_TABLE.set(task, plan.table("recovery-level"));
        SUBSTITUTE_TABLE.set(task, plan.table("substitute"));
        WAY_TABLE.set(task, plan.table("recovery-way"));
        PRIORITY_LETTER.set(task, system.priority());
        FAILURE_PLACE.set(task, null);
        SEPARATE_LINE.set(task, null);
        RECOVERY_BASE.set(task, RECOVERY_BASE.find(task).orElse(null));
        HOSTING.set(task, system.hosting() == null ? null : system.hosting().code());
        var vendor = plan.findVendor(system.vendor());
        VENDOR_NAMED.set(task, vendor.isPresent());
        VENDOR_NAME.set(task, vendor.map(Vendor::name).orElse("なし"));
        ALTERNATE_BASE.set(task, plan.bases().size() > 1);
    }

    @Bean
    TaskListener recordEstimate(Recoveries recoveries) {
        return task -> {
            Instant back = EnteredMoment.of("復旧見込み", ESTIMATED_AT.from(task));
            recoveries.estimated(number(task.getExecution()), system(task), back);
            WITHIN_RTO.set(task, !back.isAfter(RTO_DUE_AT.from(task).toInstant()));
        };
    }

    @Bean
    TaskListener recordWork(Recoveries recoveries, Verifiers verifiers, Hands hands, AbsentPeople absent) {
        return task -> {
            recoveries.worked(number(task.getExecution()), system(task));
            String matter = hands.matterOf(task.getProcessInstanceId());
            Set<String> unavailable = new HashSet<>(hands.of(matter).barred(Side.VERIFIER));
            absent.of(number(task.getExecution())).keySet().forEach(person -> unavailable.add(person.value()));
            OWNER.set(task, String.join(",", verifiers.groups(number(task.getExecution()), system(task), unavailable)));
        };
    }

    @Bean
    TaskListener recordVerification(Recoveries recoveries) {
        return task -> recoveries.verified(number(task.getExecution()), system(task), VERIFIED_LEVEL.from(task));
    }

    @Bean
    ExecutionListener endRecovery(Recoveries recoveries) {
        return end -> SYSTEM_ID.find(end).map(SystemId::new).ifPresent(system -> recoveries.ended(number(end), system));
    }

    @Bean
    JavaDelegate tellMilestone(Recoveries recoveries) {
        return task -> NEXT_MILESTONE_AT.set(
                task, Date.from(recoveries.tellMilestone(number(task), new SystemId(SYSTEM_ID.from(task)))));
    }

    private static SystemId system(DelegateExecution task) {
        return new SystemId(SYSTEM_ID.from(task));
    }

    private static SystemId system(DelegateTask task) {
        return new SystemId(SYSTEM_ID.from(task));
    }

    private static ActivationNumber number(DelegateExecution task) {
        return new ActivationNumber(task.getProcessBusinessKey());
    }
}
