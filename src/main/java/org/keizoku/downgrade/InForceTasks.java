package org.keizoku.downgrade;

import static org.keizoku.downgrade.DowngradeModel.NUMBER;

import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.keizoku.downgrade.EntryRegister.Stay;
import org.keizoku.engine.EnteredMoment;
import org.keizoku.engine.ProcessVariable;
import org.keizoku.engine.Refused;
import org.keizoku.plan.PersonId;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What downgrade-in-force.bpmn asks of us. */
@Configuration(proxyBeanMethods = false)
class InForceTasks {

    @Bean
    JavaDelegate watchDowngrade(Downgrades downgrades, DowngradeWatch watch) {
        return task -> {
            Downgrade downgrade = downgrades.get(NUMBER.from(task));
            InForceModel.ENDED.set(task, false);
            InForceModel.UNTIL_AT.set(task, Date.from(downgrade.until()));
            InForceModel.NEXT_LOOK_AT.set(task, Date.from(watch.next(downgrade)));
        };
    }

    @Bean
    JavaDelegate tellDowngradeDue(DowngradeWatch watch) {
        return task -> InForceModel.NEXT_LOOK_AT.set(task, Date.from(watch.tell(NUMBER.from(task))));
    }

    @Bean
    TaskListener recordRestored(Downgrades downgrades) {
        return task -> downgrades.restored(NUMBER.from(task), person(task), InForceModel.HOW_RESTORED.from(task));
    }

    @Bean
    TaskListener recordRestorationVerified(Downgrades downgrades) {
        return task -> downgrades.verified(
                NUMBER.from(task),
                person(task),
                InForceModel.VERIFIED.from(task).equals("yes"),
                InForceModel.FINDINGS.from(task));
    }

    @Bean
    TaskListener recordAccessLog(Downgrades downgrades) {
        return task -> downgrades.insistOnRestored(NUMBER.from(task), "アクセス権が元に戻るまで、ログの収集を続けてください。");
    }

    @Bean
    TaskListener recordEntry(Downgrades downgrades, EntryRegister register) {
        return task -> {
            if (InForceModel.REGISTER_ACTION.from(task).equals("close")) {
                downgrades.insistOnRestored(NUMBER.from(task), "入退室の制限が元に戻るまで、台帳は閉じられません。");
                return;
            }
            register.add(
                    NUMBER.from(task),
                    new Stay(
                            entered("氏名", InForceModel.VISITOR_NAME, task),
                            entered("所属", InForceModel.VISITOR_SECTION, task),
                            EnteredMoment.of("入室日時", entered("入室日時", InForceModel.ENTERED_AT, task)),
                            EnteredMoment.of("退室日時", entered("退室日時", InForceModel.LEFT_AT, task)),
                            entered("目的", InForceModel.PURPOSE, task)),
                    person(task));
        };
    }

    /** The next line of the register begins empty. */
    @Bean
    TaskListener clearEntry() {
        return task -> {
            DelegateExecution process = task.getExecution();
            process.removeVariable(InForceModel.REGISTER_ACTION.name());
            process.removeVariable(InForceModel.VISITOR_NAME.name());
            process.removeVariable(InForceModel.VISITOR_SECTION.name());
            process.removeVariable(InForceModel.ENTERED_AT.name());
            process.removeVariable(InForceModel.LEFT_AT.name());
            process.removeVariable(InForceModel.PURPOSE.name());
        };
    }

    @Bean
    JavaDelegate endDowngrade(Downgrades downgrades) {
        return task -> {
            downgrades.ended(NUMBER.from(task));
            InForceModel.ENDED.set(task, true);
        };
    }

    private static String entered(String field, ProcessVariable<String> variable, DelegateTask task) {
        return variable.find(task)
                .map(String::strip)
                .filter(words -> !words.isEmpty())
                .orElseThrow(() -> new Refused("「%s」を入力してください。".formatted(field)));
    }

    private static PersonId person(DelegateTask task) {
        return new PersonId(task.getAssignee());
    }
}
