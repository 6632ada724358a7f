package org.keizoku.assembly;

import java.util.Map;
import java.util.stream.Collectors;
import org.keizoku.activation.AbsenceKnown;
import org.keizoku.activation.Absences;
import org.keizoku.activation.Activation;
import org.keizoku.activation.ActivationNumber;
import org.keizoku.activation.Activations;
import org.keizoku.people.absence.AbsenceBegan;
import org.keizoku.people.absence.AbsenceDeclared;
import org.keizoku.people.absence.DeclaredAbsence;
import org.keizoku.people.absence.DeclaredAbsences;
import org.keizoku.plan.PersonId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Whoever is on leave or away is not waited for, unless they answered since that they come or work elsewhere. */
@Component
@Order(2)
class DeclaredAreAbsent implements Absences {

    private final DeclaredAbsences absences;
    private final Answers answers;
    private final Activations activations;
    private final ApplicationEventPublisher events;

    DeclaredAreAbsent(
            DeclaredAbsences absences, Answers answers, Activations activations, ApplicationEventPublisher events) {
        this.absences = absences;
        this.answers = answers;
        this.activations = activations;
        this.events = events;
    }

    @Override
    public Map<PersonId, String> of(ActivationNumber activation) {
        Map<PersonId, DeclaredAbsence> away = absences.now();
        if (away.isEmpty()) {
            return Map.of();
        }
        Tally tally = answers.tally(activation);
        return away.values().stream()
                .filter(absence -> tally.of(absence.person())
                        .filter(answer -> comesInSpiteOf(absence, answer))
                        .isEmpty())
                .collect(Collectors.toMap(DeclaredAbsence::person, DeclaredAbsence::told));
    }

    @EventListener
    void on(AbsenceDeclared declared) {
        known();
    }

    @EventListener
    void on(AbsenceBegan began) {
        known();
    }

    private void known() {
        activations.all().stream()
                .filter(Activation::isOpen)
                .forEach(activation -> events.publishEvent(new AbsenceKnown(activation.number())));
    }

    private static boolean comesInSpiteOf(DeclaredAbsence absence, Answer answer) {
        return (answer.coming() == Coming.COMING || answer.coming() == Coming.WORKING_ELSEWHERE)
                && !answer.at().isBefore(absence.declaredAt());
    }
}
