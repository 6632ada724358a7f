package org.keizoku.board;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.keizoku.activation.Activation;
import org.keizoku.activation.Activations;
import org.springframework.stereotype.Component;

/** The numbers that monitoring watches, counted when it asks. */
@Component
class Gauges implements MeterBinder {

    private final Activations activations;
    private final EngineStateProcess engine;

    Gauges(Activations activations, EngineStateProcess engine) {
        this.activations = activations;
        this.engine = engine;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("keizoku.activations.open", () -> open(false))
                .description("Activations that are open, drills left out")
                .register(registry);
        Gauge.builder("keizoku.drills.open", () -> open(true))
                .description("Drills that are open")
                .register(registry);
        Gauge.builder("keizoku.tasks.overdue", engine::overdueTasks)
                .description("User tasks past their due date")
                .register(registry);
        Gauge.builder("keizoku.incidents", engine::incidents)
                .description("Steps that stopped and wait for the operator")
                .register(registry);
    }

    private long open(boolean drill) {
        return activations.all().stream()
                .filter(Activation::isOpen)
                .filter(activation -> activation.number().isDrill() == drill)
                .count();
    }
}
