package org.keizoku.notice;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.keizoku.activation.ActivationNumber;
import org.keizoku.plan.PersonId;

/** A night's notices on trial: some steps, of each of which some persons are told, everyone in words of their own. */
record Night(int number) {

    static final int PERSONS = 3;

    private static final int STEPS = 2;
    private static final ActivationNumber ACTIVATION = new ActivationNumber("2026-001");

    /** Plans one step after the other and tells of each once it is committed. */
    void isPlannedOn(NodeOnTrial node, Consumer<String> committed) {
        for (int n = 0; n < STEPS; n++) {
            String step = "night-%d-step-%d".formatted(number, n);
            node.plan(persons(), ACTIVATION, step, Urgency.INFORMATION, "通知 " + step + " %s");
            committed.accept(step);
        }
    }

    private List<PersonId> persons() {
        return IntStream.range(0, PERSONS)
                .mapToObj(each -> NoticesOnTrial.person(PERSONS * number + each))
                .toList();
    }
}
