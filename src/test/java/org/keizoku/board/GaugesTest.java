package org.keizoku.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.keizoku.activation.Activation;
import org.keizoku.activation.Activation.State;
import org.keizoku.activation.ActivationNumber;
import org.keizoku.activation.Activations;

class GaugesTest {

    @Test
    void a_drill_is_no_open_activation_to_those_who_watch() {
        var activations = mock(Activations.class);
        when(activations.all())
                .thenReturn(List.of(
                        activation("2026-001", State.OPEN),
                        activation("D2026-001", State.OPEN),
                        activation("D2026-002", State.OPEN),
                        activation("2026-002", State.CLOSED)));
        var meters = new SimpleMeterRegistry();
        new Gauges(activations, mock(EngineStateProcess.class)).bindTo(meters);

        assertThat(meters.get("keizoku.activations.open").gauge().value()).isEqualTo(1);
        assertThat(meters.get("keizoku.drills.open").gauge().value()).isEqualTo(2);
    }

    private static Activation activation(String number, State state) {
        var now = Instant.parse("2026-01-15T17:14:00Z");
        return new Activation(
                new ActivationNumber(number), "power-outage", Map.of(), now, now, "unyo", null, state, null, 1);
    }
}
