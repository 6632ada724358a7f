package org.keizoku.board;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.keizoku.activation.Activation;
import org.keizoku.activation.ActivationNumber;
import org.keizoku.audit.Words;
import org.keizoku.plan.Plan;
import org.keizoku.plan.PrioritySystem;
import org.keizoku.platform.JapanTime;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** 優先システム: how far each is, and how much of its target recovery time is left. */
@Component
@Order(3)
class RecoveryPanel implements Panel {

    private final ObjectProvider<Source> source;
    private final Words words;
    private final Clock clock;

    RecoveryPanel(ObjectProvider<Source> source, Words words, Clock clock) {
        this.source = source;
        this.words = words;
        this.clock = clock;
    }

    @Override
    public String fragment() {
        return "recovery";
    }

    @Override
    public Object of(Activation activation, Plan plan) {
        var recoveries = source.getIfAvailable();
        return recoveries == null
                ? null
                : recoveries.of(activation.number()).stream()
                        .sorted(Comparator.comparing(Recovery::dueAt, Comparator.nullsLast(Comparator.naturalOrder())))
                        .map(recovery -> row(recovery, plan))
                        .toList();
    }

    private Row row(Recovery recovery, Plan plan) {
        String name = plan.systems().stream()
                .filter(system -> system.id().value().equals(recovery.system()))
                .findFirst()
                .map(PrioritySystem::name)
                .orElse(recovery.system());
        return new Row(
                name,
                words.of("recovery", recovery.state()),
                recovery.level() == null ? "" : recovery.level(),
                JapanTime.plain(recovery.dueAt()),
                Remaining.of(recovery.dueAt(), recovery.restoredAt(), clock.instant()));
    }

    /** Where the systems come from: to be replaced by recovery's own service. */
    interface Source {
        List<Recovery> of(ActivationNumber activation);
    }

    /** One system of the activation; times and level may be null. */
    record Recovery(String system, String state, Instant dueAt, String level, Instant restoredAt) {}

    /** One line of the panel. */
    record Row(String system, String state, String level, String due, Remaining remaining) {}

    /** What is left of a target recovery time, in words: colour alone tells nothing to who cannot see it. */
    record Remaining(String text, boolean late, boolean kept) {

        static Remaining of(Instant due, Instant restored, Instant now) {
            if (due == null) {
                return new Remaining(restored == null ? "" : "復旧", false, restored != null);
            }
            Instant measured = restored == null ? now : restored;
            boolean late = measured.isAfter(due);
            String span = JapanTime.span(Duration.between(measured, due));
            if (restored != null) {
                return new Remaining(late ? "復旧(" + span + "超過)" : "時間内に復旧", late, !late);
            }
            return new Remaining(late ? "超過 " + span : "残り " + span, late, false);
        }
    }
}
