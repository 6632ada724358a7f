package org.keizoku.assembly;

import java.util.HashMap;
import java.util.Map;
import org.keizoku.activation.AbsenceKnown;
import org.keizoku.activation.Absences;
import org.keizoku.activation.ActivationNumber;
import org.keizoku.plan.PersonId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Whoever has answered to be injured, or not to be able to come, cannot be waited for. */
@Component
@Order(1)
class AnswersTellAbsence implements Absences {

    private final Answers answers;
    private final ApplicationEventPublisher events;

    AnswersTellAbsence(Answers answers, ApplicationEventPublisher events) {
        this.answers = answers;
        this.events = events;
    }

    @Override
    public Map<PersonId, String> of(ActivationNumber activation) {
        Tally tally = answers.tally(activation);
        Map<PersonId, String> absent = new HashMap<>();
        tally.unable().forEach(person -> absent.put(person, Coming.UNABLE.label() + "と回答"));
        tally.injured().forEach(person -> absent.put(person, Safety.INJURED.label() + "と回答"));
        return absent;
    }

    @EventListener
    void on(AnswerGiven given) {
        if (given.answer().safety() == Safety.INJURED || given.answer().coming() == Coming.UNABLE) {
            events.publishEvent(new AbsenceKnown(given.activation()));
        }
    }
}
