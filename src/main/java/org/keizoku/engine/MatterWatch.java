package org.keizoku.engine;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Watches every process that another one calls: where it is handed the caller's matter, it carries that on. Only at its start, before
 * anybody can have set a variable of it.
 */
@Component
class MatterWatch extends AbstractBpmnParseListener {

    private final ObjectProvider<Hands> hands;

    MatterWatch(ObjectProvider<Hands> hands) {
        this.hands = hands;
    }

    @Override
    public void parseProcess(Element element, ProcessDefinitionEntity process) {
        process.addBuiltInListener(ExecutionListener.EVENTNAME_START, (ExecutionListener) this::started);
    }

    private void started(DelegateExecution called) {
        var caller = called.getSuperExecution();
        if (caller != null && called.hasVariable(Hands.MATTER)) {
            Hands matters = hands.getObject();
            matters.carriesOn(called.getProcessInstanceId(), matters.matterOf(caller.getProcessInstanceId()));
        }
    }
}
