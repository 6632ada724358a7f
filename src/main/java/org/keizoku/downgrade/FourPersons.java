package org.keizoku.downgrade;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.keizoku.approval.DecisionModel;
import org.keizoku.engine.TaskGuard;
import org.springframework.stereotype.Component;

/** The rule that requester, approver, executor and verifier are different persons, through whichever role, deputyship, page or API. */
@Component
class FourPersons implements TaskGuard {

    private static final Map<String, Part> PARTS = Map.of(
            DecisionModel.DECIDE, Part.APPROVER,
            DowngradeModel.APPLY, Part.EXECUTOR,
            InForceModel.RESTORE, Part.EXECUTOR,
            InForceModel.VERIFY, Part.VERIFIER);

    private final PartsTaken hands;
    private final DowngradeProcess process;

    FourPersons(PartsTaken hands, DowngradeProcess process) {
        this.hands = hands;
        this.process = process;
    }

    @Override
    public void mayHave(
            String activation,
            String taskId,
            String step,
            String person,
            Set<String> candidates,
            Optional<String> actor) {
        Part part = PARTS.get(step);
        if (part != null) {
            process.downgradeOf(taskId).ifPresent(number -> hands.mayTake(number, part, person));
        }
    }

    @Override
    public void mayTakeBack(String holder, Optional<String> actor) {
        // Who had the task is no question of this rule.
    }
}
