package org.keizoku.scenario;

import org.camunda.bpm.engine.TaskService;
import org.keizoku.downgrade.Downgrades;
import org.keizoku.testing.Night;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Lazy;

/** Where a test's people ask for lowered security: each time in an activation of its own. */
@TestComponent
@Lazy
public class Askings {

    private final Night night;
    private final City city;
    private final TaskService tasks;
    private final Downgrades downgrades;

    Askings(Night night, City city, TaskService tasks, Downgrades downgrades) {
        this.night = night;
        this.city = city;
        this.tasks = tasks;
        this.downgrades = downgrades;
    }

    /** After an earthquake of 6-lower at this time. */
    Asking after(String occurredAt) {
        return after("6-lower", occurredAt);
    }

    Asking after(String intensity, String occurredAt) {
        return new Asking(night, city, tasks, downgrades, city.earthquake(intensity, occurredAt));
    }
}
