package org.keizoku.board;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.keizoku.activation.Activation;
import org.keizoku.downgrade.Downgrade;
import org.keizoku.downgrade.Downgrades;
import org.keizoku.plan.Plan;
import org.keizoku.platform.JapanTime;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** 一時引下げ: what security is lowered until when, and what is asked for; red while it is overdue or nobody has approved it. */
@Component
@Order(4)
class DowngradesPanel implements Panel {

    private final Downgrades downgrades;
    private final Clock clock;

    DowngradesPanel(Downgrades downgrades, Clock clock) {
        this.downgrades = downgrades;
        this.clock = clock;
    }

    @Override
    public String fragment() {
        return "downgrades";
    }

    @Override
    public Object of(Activation activation, Plan plan) {
        Instant now = clock.instant();
        List<Row> rows = downgrades.of(activation.number()).stream()
                .map(downgrade -> Row.of(downgrade, now))
                .toList();
        return rows.isEmpty() ? null : rows;
    }

    /** One line of the panel. */
    record Row(long number, String title, String target, String state, String until, String lateness, boolean late) {

        static Row of(Downgrade downgrade, Instant now) {
            boolean overdue = downgrade.isOverdue(now);
            return new Row(
                    downgrade.number(),
                    downgrade.title(),
                    downgrade.request().target(),
                    downgrade.stateInWords(),
                    JapanTime.plain(downgrade.until()),
                    overdue ? "期限超過 " + JapanTime.span(Duration.between(downgrade.until(), now)) : "",
                    overdue || downgrade.awaitsApprovalAfterTheFact());
        }
    }
}
