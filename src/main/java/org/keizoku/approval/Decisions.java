package org.keizoku.approval;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keizoku.activation.ActivationNumber;
import org.keizoku.activation.Activations;
import org.keizoku.approval.DecisionRows.Asked;
import org.keizoku.approval.DecisionRows.Row;
import org.keizoku.engine.Fact;
import org.keizoku.engine.Refused;
import org.keizoku.plan.Decision;
import org.keizoku.plan.PersonId;
import org.keizoku.plan.Plan;
import org.keizoku.plan.Role.Rank;
import org.keizoku.plan.RoleId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The decisions of an activation: who was asked in which order, who decided in which capacity, and who had stayed silent. */
@Service
public class Decisions {

    private final DecisionRows rows;
    private final Activations activations;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Decisions(DecisionRows rows, Activations activations, Clock clock, ApplicationEventPublisher events) {
        this.rows = rows;
        this.activations = activations;
        this.clock = clock;
        this.events = events;
    }

    /**
     * A rank that may decide from now on.
     *
     * @param silentUntil when the next rank is asked if nobody has decided
     * @param more whether somebody is left to ask after this rank
     */
    record Offer(Decision decision, Rank rank, Instant silentUntil, boolean more) {}

    /** The decisions of the activation in the order in which they were asked for. */
    public List<DecisionMade> of(ActivationNumber activation) {
        return rows.of(activation);
    }

    /** What the outcome is called on the screen. */
    public String label(DecisionMade made) {
        return Options.of(made.decision(), activations.planOf(made.activation()))
                .getOrDefault(made.outcome(), "未決");
    }

    /** The groups that act for a role by now: its holders, and each rank down to the one that made its last decision. */
    public List<String> actingGroups(ActivationNumber activation, RoleId role) {
        return Ranks.of(role, activations.planOf(activation))
                .subList(0, 1 + Math.max(0, rows.lastDecider(activation, role)))
                .stream()
                .map(Rank::group)
                .toList();
    }

    /**
     * Asks the head first. Where a deputy made the role's last decision of this activation, the ranks down to that deputy are asked at
     * once: whoever is known to be silent may still decide, but nobody waits for them again.
     *
     * @param matterOf the role that decides where the matter says so, empty for the one that the plan names for the decision
     */
    @Transactional
    Offer open(
            ActivationNumber activation,
            String decisionId,
            Optional<RoleId> matterOf,
            String process,
            String briefing) {
        RoleId role = matterOf.orElseGet(
                () -> activations.planOf(activation).decision(decisionId).role());
        int acting = Math.max(0, rows.lastDecider(activation, role));
        rows.open(activation, decisionId, process, role, briefing, clock.instant());
        Row row = rows.of(process);
        for (int position = 0; position < acting; position++) {
            ask(row, position);
        }
        return ask(row, acting);
    }

    /** The ranks that this run of a decision has asked so far. */
    List<Rank> asked(String process) {
        Row row = rows.of(process);
        return Ranks.of(row.role(), activations.planOf(row.activation()))
                .subList(0, rows.asked(row).size());
    }

    @Transactional
    Offer askNext(String process) {
        Row row = rows.of(process);
        Offer offer = ask(row, rows.asked(row).size());
        record(
                row.activation(),
                "system",
                null,
                "decision-offered",
                "%sにも諮る: %s".formatted(offer.rank().capacity(), offer.decision().title()),
                Map.of());
        return offer;
    }

    /** Writes down the decision, and returns in which capacity; refuses an unknown outcome, a missing reason and a person who was not asked. */
    @Transactional
    String decided(String process, PersonId person, String outcome, String reason) {
        Row row = rows.of(process);
        Plan plan = activations.planOf(row.activation());
        Decision decision = plan.decision(row.decision());
        String label = Options.of(row.decision(), plan).get(outcome);
        if (label == null) {
            throw new Refused("「判断」を選んでください。");
        }
        if (decision.reasonRequired() && (reason == null || reason.isBlank())) {
            throw new Refused("この判断には理由が必要です。「理由」を入力してください。");
        }
        Asked capacity = capacity(row, plan, person);
        rows.decide(row, outcome, reason, person.value(), capacity.capacity(), clock.instant());
        String silent = silent(row, capacity);
        Map<String, String> values = new LinkedHashMap<>();
        values.put("判断", label);
        values.put("理由", reason == null ? "" : reason);
        values.put("立場", capacity.capacity());
        values.put("回答がなかった上位者", silent.isEmpty() ? "なし" : silent);
        record(
                row.activation(),
                person.value(),
                capacity.capacity(),
                "decision",
                "判断: %s → %s%s".formatted(decision.title(), label, silent.isEmpty() ? "" : "(" + silent + ")"),
                values);
        return capacity.capacity();
    }

    private Offer ask(Row row, int position) {
        Plan plan = activations.planOf(row.activation());
        Decision decision = plan.decision(row.decision());
        List<Rank> ranks = Ranks.of(row.role(), plan);
        Rank rank = ranks.get(position);
        Instant now = clock.instant();
        rows.ask(row, position, rank, now);
        return new Offer(decision, rank, now.plus(decision.silence()), position + 1 < ranks.size());
    }

    /** The highest rank, among those asked, that the person holds. */
    private Asked capacity(Row row, Plan plan, PersonId person) {
        List<Rank> ranks = Ranks.of(row.role(), plan);
        return rows.asked(row).stream()
                .filter(asked -> ranks.get(asked.position()).persons().contains(person))
                .findFirst()
                .orElseThrow(() -> new Refused("この判断はあなたに諮られていません。"));
    }

    private String silent(Row row, Asked capacity) {
        Instant now = clock.instant();
        return rows.asked(row).stream()
                .filter(asked -> asked.position() < capacity.position())
                .map(asked -> "%sは%d分応答なし"
                        .formatted(
                                asked.capacity(),
                                Duration.between(asked.at(), now).toMinutes()))
                .reduce((one, next) -> one + "、" + next)
                .orElse("");
    }

    private void record(
            ActivationNumber activation,
            String actor,
            String capacity,
            String kind,
            String told,
            Map<String, String> values) {
        events.publishEvent(new Fact(activation.value(), clock.instant(), actor, capacity, kind, told, values));
    }
}
