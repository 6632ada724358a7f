package org.keizoku.engine;

import java.util.List;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.spring.SpringExpressionManager;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;

/** What the engine is told before it is built; it waits for the migrations, since it may not make its own tables. */
@Component
@DependsOnDatabaseInitialization
class EngineSetup extends AbstractProcessEnginePlugin {

    private final ApplicationContext context;
    private final TaskWatch taskWatch;
    private final MatterWatch matterWatch;
    private final RefusedAttempts attempts;

    EngineSetup(ApplicationContext context, TaskWatch taskWatch, MatterWatch matterWatch, RefusedAttempts attempts) {
        this.context = context;
        this.taskWatch = taskWatch;
        this.matterWatch = matterWatch;
        this.attempts = attempts;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        // Beans set here would come too late: the engine's factory has made an expression manager that sees the whole
        // context.
        configuration.setExpressionManager(new SpringExpressionManager(context, new ModelBeans(context)));
        configuration.setGeneralResourceWhitelistPattern("[a-zA-Z0-9-]+");
        // Candidates may claim and complete; UPDATE would let them change assignee, priority and due date too.
        configuration.setDefaultUserPermissionNameForTask("TASK_WORK");
        configuration.setResourceAuthorizationProvider(new GiveBackOwnTask());
        // An error that nothing in the model catches would end a task without anybody completing it.
        configuration.setEnableExceptionsAfterUnhandledBpmnError(true);
        configuration.setCustomPreCommandInterceptorsTxRequired(List.of(new RefusalsSpeak(attempts)));
        configuration.getCustomPreBPMNParseListeners().addAll(List.<BpmnParseListener>of(taskWatch, matterWatch));
    }
}
