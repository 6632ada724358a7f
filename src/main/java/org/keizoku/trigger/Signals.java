package org.keizoku.trigger;

import java.time.Clock;
import java.util.Map;
import org.keizoku.activation.ActivationNumber;
import org.keizoku.activation.ActivationProcess;
import org.keizoku.engine.Actor;
import org.keizoku.engine.Fact;
import org.keizoku.engine.Refused;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** What other programs report: each signal is on the record as it came, with the activation that it started or the reason why it was refused. */
@Service
class Signals {

    private final ActivationProcess activations;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Actor actor;
    private final Clock clock;

    Signals(
            ActivationProcess activations,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            Actor actor,
            Clock clock) {
        this.activations = activations;
        this.events = events;
        this.transaction = transaction;
        this.actor = actor;
        this.clock = clock;
    }

    /**
     * Starts the activation.
     *
     * @param raw the body as it came
     */
    ActivationNumber received(ReportedActivation reported, String raw) {
        try {
            return transaction.execute(started -> {
                ActivationNumber number = activations.reported(reported.event(), reported.drill());
                say(number.value(), "signal-received", "他のシステムからの連絡を受信", Map.of("本文", raw));
                return number;
            });
        } catch (Refused refused) {
            unusable(raw, refused.getMessage());
            throw refused;
        }
    }

    /**
     * Keeps a signal that nobody could read, or that says too little.
     *
     * @param why as the caller is told, in Japanese
     */
    void unusable(String raw, String why) {
        say(null, "signal-refused", "他のシステムからの連絡を拒否", Map.of("本文", raw, "理由", why));
    }

    private void say(String activation, String kind, String told, Map<String, ?> values) {
        events.publishEvent(new Fact(activation, clock.instant(), actor.nameForRecord(), null, kind, told, values));
    }
}
