package org.keizoku.platform;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** A bean that an expression may name: whoever smuggles one into the engine makes it sing. */
@Component("doorCanary")
public class Canary implements JavaDelegate {

    static volatile boolean sang;

    public String getSong() {
        sang = true;
        return "door-tester-1";
    }

    @Override
    public void execute(DelegateExecution execution) {
        sang = true;
    }
}
