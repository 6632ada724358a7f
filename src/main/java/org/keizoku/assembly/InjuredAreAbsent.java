package org.keizoku.assembly;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.keizoku.activation.Absences;
import org.keizoku.activation.ActivationNumber;
import org.keizoku.plan.PersonId;
import org.springframework.stereotype.Component;

/** Whoever has answered to be injured cannot be waited for. */
@Component
class InjuredAreAbsent implements Absences {

    private final Answers answers;

    InjuredAreAbsent(Answers answers) {
        this.answers = answers;
    }

    @Override
    public Map<PersonId, String> of(ActivationNumber activation) {
        return answers.tally(activation).injured().stream()
                .collect(Collectors.toMap(Function.identity(), person -> "負傷と回答"));
    }
}
