package org.keizoku.assembly;

import java.util.Optional;
import org.keizoku.activation.ActivationNumber;
import org.keizoku.activation.SituationLine;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Of the called: how many are safe, injured, silent, and how many work. */
@Component
@Order(1)
class WhoIsHere implements SituationLine {

    private final Answers answers;

    WhoIsHere(Answers answers) {
        this.answers = answers;
    }

    @Override
    public Optional<String> of(ActivationNumber activation) {
        Tally tally = answers.tally(activation);
        return tally.called().isEmpty()
                ? Optional.empty()
                : Optional.of("安否・参集: 呼出%d名、無事%d名、負傷%d名、未回答%d名、登庁%d名、別の場所%d名"
                        .formatted(
                                tally.called().size(),
                                tally.safe().size(),
                                tally.injured().size(),
                                tally.silent().size(),
                                tally.coming().size(),
                                tally.elsewhere().size()));
    }
}
