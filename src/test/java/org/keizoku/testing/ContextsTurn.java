package org.keizoku.testing;

import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngines;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.context.ApplicationContext;
import org.springframework.context.Lifecycle;
import org.springframework.context.SmartLifecycle;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** The turn of one of the contexts that Spring keeps in a JVM: it is the one that works until a class with another begins. */
class ContextsTurn implements BeforeAllCallback {

    /** What looks into the database all the time. A dozen contexts at once would take a good part of the machine by that alone. */
    private static final List<String> RESTLESS = List.of("dispatcher", "sealing");

    private static ApplicationContext working;

    @Override
    public void beforeAll(ExtensionContext test) {
        var context = SpringExtension.getApplicationContext(test);
        // Camunda's web application finds its engine in a register of the JVM, where the last started one stands.
        ProcessEngines.registerProcessEngine(context.getBean(ProcessEngine.class));
        if (context != working) {
            if (working != null) {
                restless(working).filter(Lifecycle::isRunning).forEach(Lifecycle::stop);
            }
            restless(context)
                    .filter(one -> one.isAutoStartup() && !one.isRunning())
                    .forEach(Lifecycle::start);
            working = context;
        }
    }

    private static Stream<SmartLifecycle> restless(ApplicationContext context) {
        return RESTLESS.stream().map(name -> context.getBean(name, SmartLifecycle.class));
    }
}
