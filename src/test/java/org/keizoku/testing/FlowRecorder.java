package org.keizoku.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.pvm.process.TransitionImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;

/** Writes down each sequence flow that any test takes, for the coverage gate at the end of the build. */
class FlowRecorder extends AbstractProcessEnginePlugin {

    private static final Path RECORD =
            newRecord(Path.of("target", "flows-taken-%s.txt".formatted(System.getProperty("tests.fork", "0"))));
    private static final Set<String> TAKEN = ConcurrentHashMap.newKeySet();

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        configuration.getCustomPostBPMNParseListeners().add(new AbstractBpmnParseListener() {
            @Override
            public void parseSequenceFlow(Element element, ScopeImpl scope, TransitionImpl flow) {
                flow.addListener(ExecutionListener.EVENTNAME_TAKE, (ExecutionListener) FlowRecorder::taken);
            }
        });
    }

    private static void taken(DelegateExecution execution) {
        String process = ((ExecutionEntity) execution).getProcessDefinition().getKey();
        String line = process + "/" + execution.getCurrentTransitionId();
        if (TAKEN.add(line)) {
            write(line);
        }
    }

    /** At once and not at the end: what a killed JVM had taken is still known. */
    private static synchronized void write(String line) {
        try {
            Files.writeString(RECORD, line + "\n", StandardOpenOption.APPEND);
        } catch (IOException lost) {
            throw new UncheckedIOException(lost);
        }
    }

    /** Each of the JVMs that share the tests has a record of its own. */
    private static Path newRecord(Path file) {
        try {
            Files.createDirectories(file.getParent());
            return Files.writeString(file, "");
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
