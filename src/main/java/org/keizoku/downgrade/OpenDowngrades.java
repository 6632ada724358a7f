package org.keizoku.downgrade;

import java.util.List;
import org.keizoku.activation.ActivationNumber;
import org.keizoku.activation.MustEndFirst;
import org.springframework.stereotype.Component;

/** The rule that no activation is closed while security is still lowered in it, or something about that is undecided. */
@Component
class OpenDowngrades implements MustEndFirst {

    private final DowngradeRows rows;

    OpenDowngrades(DowngradeRows rows) {
        this.rows = rows;
    }

    @Override
    public List<String> openIn(ActivationNumber activation) {
        return rows.of(activation).stream()
                .filter(Downgrade::isOpen)
                .map(downgrade -> "%s(%s)".formatted(downgrade.title(), downgrade.stateInWords()))
                .toList();
    }
}
