package org.keizoku.recovery;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.keizoku.activation.ActivationNumber;
import org.keizoku.activation.Activations;
import org.keizoku.notice.NoticeOrder;
import org.keizoku.notice.Notices;
import org.keizoku.notice.Urgency;
import org.keizoku.plan.PersonId;
import org.keizoku.plan.Plan;
import org.keizoku.plan.PrioritySystem;
import org.keizoku.platform.InsideAddress;
import org.keizoku.recovery.RecoveryClock.Kind;
import org.springframework.stereotype.Component;

/** Warns the team before a target recovery time ends; once it is over, tells the leader, then the head and headquarters. */
@Component
class Milestones {

    private final Notices notices;
    private final Activations activations;
    private final InsideAddress address;
    private final Clock clock;

    Milestones(Notices notices, Activations activations, InsideAddress address, Clock clock) {
        this.notices = notices;
        this.activations = activations;
        this.address = address;
        this.clock = clock;
    }

    void tell(
            ActivationNumber activation,
            PrioritySystem system,
            RecoveryClock recoveryClock,
            Recovery recovery,
            int milestone) {
        Kind kind = recoveryClock.kind(milestone);
        String words = words(recoveryClock, milestone);
        Set<PersonId> hearers = hearers(kind, activations.planOf(activation));
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("システム", system.name());
        values.put("節目", words);
        values.put("連絡先", hearers.stream().map(PersonId::value).toList());
        int skipped = milestone - recovery.milestonesTold();
        if (skipped > 0) {
            values.put("停止中などで過ぎた節目", skipped);
        }
        activations.record(
                activation, kind == Kind.WARNING ? "rto-warning" : "escalation", system.name() + ": " + words, values);
        hearers.forEach(person -> notices.plan(new NoticeOrder(
                activation,
                "rto/" + system.id() + "/" + recovery.startedAt().getEpochSecond(),
                milestone,
                person,
                Urgency.ESCALATION,
                "【復旧期限】発動%s %s".formatted(activation, system.name()),
                "発動%s %s: %s %s".formatted(activation, system.name(), words, address.activation(activation.value())),
                Optional.empty())));
    }

    private String words(RecoveryClock recoveryClock, int milestone) {
        return switch (recoveryClock.kind(milestone)) {
            case WARNING ->
                "目標復旧時間の%d%%が経過"
                        .formatted(Math.round(recoveryClock.policy().warnAt().get(milestone) * 100));
            case EXCEEDED -> "目標復旧時間を超過";
            case STILL_EXCEEDED ->
                "目標復旧時間を%d分超過、未復旧"
                        .formatted(Duration.between(recoveryClock.due(), clock.instant())
                                .toMinutes());
        };
    }

    private static Set<PersonId> hearers(Kind kind, Plan plan) {
        Set<PersonId> hearers = plan.role(plan.duties().leader()).everyone();
        switch (kind) {
            case WARNING -> hearers.addAll(plan.role(plan.duties().staff()).holders());
            case EXCEEDED -> {
                // The leader alone first; the head and headquarters follow at the next repetition.
            }
            case STILL_EXCEEDED -> {
                hearers.addAll(plan.role(plan.duties().head()).everyone());
                hearers.addAll(plan.role(plan.duties().headquarters()).everyone());
            }
        }
        return hearers;
    }
}
