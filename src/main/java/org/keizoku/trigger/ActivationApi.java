package org.keizoku.trigger;

import jakarta.validation.Valid;
import java.net.URI;
import org.keizoku.activation.ActivationNumber;
import org.keizoku.platform.InsideAddress;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Starts an activation for another program, as the start form does for a person. */
@RestController
class ActivationApi {

    private final Signals signals;
    private final InsideAddress address;

    ActivationApi(Signals signals, InsideAddress address) {
        this.signals = signals;
        this.address = address;
    }

    /** What the caller gets: the number that every later question names. */
    record Started(String number, String situation) {}

    @PostMapping(
            path = "/api/activations",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Started> report(@Valid @RequestBody ReportedActivation reported) {
        ActivationNumber number = signals.received(reported, RawSignal.ofRequest());
        String situation = address.activation(number.value());
        return ResponseEntity.created(URI.create(situation)).body(new Started(number.value(), situation));
    }
}
