package org.keizoku.contract;

import org.keizoku.engine.ProcessVariable;

/** A model class that names an element which broken.bpmn does not have. */
final class BrokenModel {

    static final String PROCESS = "broken";
    static final String ASK = "Gateway_Ask";
    static final String GONE = "Task_Gone";
    static final ProcessVariable<String> EVERY = ProcessVariable.of("every", String.class);

    private BrokenModel() {}
}
