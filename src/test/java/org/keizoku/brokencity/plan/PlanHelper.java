package org.keizoku.brokencity.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.keizoku.brokencity.audit.Ledger;

/** Breaks the rules on clocks, names, Camunda and floors, for BrokenArchitectureTest. */
public class PlanHelper {

    RuntimeService runtime;
    Ledger ledger;

    Instant now() {
        return Instant.now();
    }

    LocalDate today() {
        return LocalDate.now();
    }

    Date date() {
        return new Date();
    }

    long millis() {
        return System.currentTimeMillis();
    }

    Date engineTime() {
        return ClockUtil.getCurrentTime();
    }
}
