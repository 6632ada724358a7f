package org.keizoku.assembly;

import static org.keizoku.assembly.AssemblyModel.DEADLINE;
import static org.keizoku.assembly.AssemblyModel.REMIND_AGAIN;
import static org.keizoku.assembly.AssemblyModel.REMIND_AT;
import static org.keizoku.assembly.AssemblyModel.ROUND;
import static org.keizoku.assembly.AssemblyModel.SILENT_NAMES;

import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.keizoku.activation.ActivationNumber;
import org.keizoku.activation.Activations;
import org.keizoku.activation.ResponseModel;
import org.keizoku.engine.Coded;
import org.keizoku.plan.RoleId;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What safety-and-assembly.bpmn asks of us. */
@Configuration(proxyBeanMethods = false)
class AssemblyTasks {

    @Bean
    JavaDelegate callStaff(CallingStaff calling, Activations activations, Clock clock) {
        return task -> {
            var assembly = activations.planOf(number(task)).assembly();
            Instant now = clock.instant();
            calling.call(
                    number(task),
                    new Asked(
                            ResponseModel.ASSEMBLES.find(task).map(RoleId::new),
                            ResponseModel.ATTENDANCE
                                    .find(task)
                                    .map(code -> Coded.named(Attendance.class, "参集の方法", code))
                                    .orElse(Attendance.ASSEMBLE),
                            ResponseModel.FIRST_ACTION.find(task),
                            ResponseModel.ALSO_TOLD.find(task).map(RoleId::new)));
            ROUND.set(task, 0);
            REMIND_AT.set(task, Date.from(now.plus(assembly.remindAfter())));
            DEADLINE.set(task, Date.from(now.plus(assembly.deadline())));
        };
    }

    @Bean
    JavaDelegate remindSilent(CallingOut callingOut, CallingStaff calling, Activations activations, Clock clock) {
        return task -> {
            var assembly = activations.planOf(number(task)).assembly();
            int round = ROUND.from(task) + 1;
            callingOut.remind(number(task), round);
            ROUND.set(task, round);
            REMIND_AGAIN.set(task, round < assembly.reminders());
            REMIND_AT.set(task, Date.from(clock.instant().plus(assembly.remindAfter())));
            SILENT_NAMES.set(task, calling.silentNames(number(task)));
        };
    }

    @Bean
    JavaDelegate tellQuorum(CallingStaff calling) {
        return task -> calling.tellQuorum(number(task));
    }

    @Bean
    JavaDelegate closeAssembly(CallingStaff calling) {
        return task -> calling.close(number(task));
    }

    private static ActivationNumber number(DelegateExecution task) {
        return new ActivationNumber(task.getProcessBusinessKey());
    }
}
