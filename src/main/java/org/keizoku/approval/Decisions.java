package org.keizoku.approval;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keizoku.activation.ActivationNumber;
import org.keizoku.activation.Activations;
import org.keizoku.activation.SituationLine;
import org.keizoku.approval.DecisionRows.Asked;
import org.keizoku.approval.DecisionRows.Circumstances;
import org.keizoku.approval.DecisionRows.Row;
import org.keizoku.engine.Fact;
import org.keizoku.engine.Refused;
import org.keizoku.plan.Decision;
import org.keizoku.plan.PersonId;
import org.keizoku.plan.Plan;
import org.keizoku.plan.Role.Rank;
import org.keizoku.plan.RoleId;
import org.keizoku.platform.JapanTime;
import org.springframework.beans.factory.ObjectProvider;
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
    private final Available available;
    private final HigherRanks higherRanks;
    private final ObjectProvider<SituationLine> situation;
    private final Ratifications ratifications;

    Decisions(
            DecisionRows rows,
            Activations activations,
            Clock clock,
            ApplicationEventPublisher events,
            Available available,
            HigherRanks higherRanks,
            ObjectProvider<SituationLine> situation,
            Ratifications ratifications) {
        this.rows = rows;
        this.activations = activations;
        this.clock = clock;
        this.events = events;
        this.available = available;
        this.higherRanks = higherRanks;
        this.situation = situation;
        this.ratifications = ratifications;
    }

    /**
     * Ranks that may decide from now on.
     *
     * @param silentUntil when the next rank is asked if nobody has decided
     * @param next who is asked then, empty where nobody is left
     */
    record Offer(Decision decision, List<Rank> ranks, Instant silentUntil, Optional<Rank> next) {

        /** What whoever decides is told about the deadline. */
        String onSilence() {
            return next.map(rank -> "%sまでに答えがなければ、%sにも諮ります。".formatted(JapanTime.plain(silentUntil), rank.capacity()))
                    .orElse("計画で諮る相手の全員に諮りました。先に完了した判断が有効です。");
        }

        List<String> groups() {
            return ranks.stream().map(Rank::group).toList();
        }
    }

    /** The decisions of the activation in the order in which they were asked for. */
    public List<DecisionMade> of(ActivationNumber activation) {
        return rows.of(activation);
    }

    /** What the outcome is called on the screen. */
    public String label(DecisionMade made) {
        return Options.of(made.decision(), activations.planOf(made.activation()))
                .getOrDefault(made.outcome(), "未決");
    }

    /** The groups that act for a role by now: its holders, each rank down to the one that made its last decision, and on to somebody who is not absent. */
    public List<String> actingGroups(ActivationNumber activation, RoleId role) {
        List<Rank> ranks = activations.planOf(activation).decidingRanks(role);
        int acting = Math.max(0, rows.lastDecider(activation, role));
        int to = Ranks.reach(ranks, acting, available.absent(activation).keySet());
        return ranks.subList(0, to + 1).stream().map(Rank::group).toList();
    }

    /**
     * Asks the head first. Where a deputy made the role's last decision of this activation, the ranks down to that deputy are asked at
     * once: whoever is known to be silent may still decide, but nobody waits for them again. Nor for a rank of which nobody may or can
     * decide: then the next one is asked with it.
     *
     * @param matterOf the role that decides where the matter says so, empty for the one that the plan names for the decision
     */
    @Transactional
    Offer open(
            ActivationNumber activation,
            String decisionId,
            Optional<RoleId> matterOf,
            String process,
            String matter,
            String briefing) {
        RoleId role = matterOf.orElseGet(
                () -> activations.planOf(activation).decision(decisionId).role());
        int acting = Math.max(0, rows.lastDecider(activation, role));
        rows.open(activation, decisionId, process, role, matter, briefing, clock.instant());
        return ask(rows.of(process), acting);
    }

    /** The ranks that this run of a decision has asked so far. */
    List<Rank> asked(String process) {
        return asked(rows.of(process));
    }

    private List<Rank> asked(Row row) {
        return activations
                .planOf(row.activation())
                .decidingRanks(row.role())
                .subList(0, rows.asked(row).size());
    }

    /** Who would be refused, because they acted on another side of the same matter. */
    Set<PersonId> barred(String process) {
        return available.barred(rows.of(process).matter());
    }

    @Transactional
    Offer askNext(String process) {
        Row row = rows.of(process);
        Offer offer = ask(row, rows.asked(row).size());
        offer.ranks()
                .forEach(rank -> record(
                        row.activation(),
                        "system",
                        null,
                        "decision-offered",
                        "%sにも諮る: %s".formatted(rank.capacity(), offer.decision().title()),
                        Map.of()));
        return offer;
    }

    /** The runs of open decisions in which nobody can decide of the rank that is being waited for. */
    List<String> waitingForNobody(ActivationNumber activation) {
        return rows.open(activation).stream()
                .filter(run -> {
                    Row row = rows.of(run);
                    List<Rank> asked = asked(row);
                    return available
                            .unavailable(activation, row.matter())
                            .keySet()
                            .containsAll(asked.get(asked.size() - 1).persons());
                })
                .toList();
    }

    /** How things stand for whoever decides now: what the procedure says, and each feature's line. */
    String facts(ActivationNumber activation, String briefing) {
        return Stream.concat(
                        Stream.of(briefing), situation.orderedStream().flatMap(line -> line.of(activation).stream()))
                .collect(Collectors.joining("\n\n"));
    }

    /** Writes down the decision, and returns in which capacity; refuses an unknown outcome, a missing reason and a person who was not asked. */
    @Transactional
    String decided(String process, String task, PersonId person, String outcome, String reason) {
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
        List<Asked> above = rows.asked(row).stream()
                .filter(asked -> asked.position() < capacity.position())
                .toList();
        var circumstances = new Circumstances(
                facts(row.activation(), row.briefing()),
                higherRanks.inFull(row, above, plan.decidingRanks(row.role()), task));
        rows.decide(row, outcome, reason, person.value(), capacity.capacity(), circumstances, clock.instant());
        String silent = higherRanks.inShort(above);
        Map<String, String> values = new LinkedHashMap<>();
        values.put("判断", label);
        values.put("理由", reason == null ? "" : reason);
        values.put("立場", capacity.capacity());
        values.put("回答がなかった上位者", silent.isEmpty() ? "なし" : circumstances.higherRanks());
        values.put("判断時の状況", circumstances.facts());
        record(
                row.activation(),
                person.value(),
                capacity.capacity(),
                "decision",
                "判断: %s → %s%s".formatted(decision.title(), label, silent.isEmpty() ? "" : "(" + silent + ")"),
                values);
        ratifications.decided(
                row,
                decision,
                process,
                capacity,
                reason == null || reason.isBlank() ? label : label + "(" + reason + ")");
        return capacity.capacity();
    }

    /** Asks from the ranks that were asked so far down to this position, and on to somebody who can decide. */
    private Offer ask(Row row, int atLeast) {
        Plan plan = activations.planOf(row.activation());
        Decision decision = plan.decision(row.decision());
        List<Rank> ranks = plan.decidingRanks(row.role());
        int from = rows.asked(row).size();
        Map<PersonId, String> unavailable = available.unavailable(row.activation(), row.matter());
        int to = Ranks.reach(ranks, atLeast, unavailable.keySet());
        Instant now = clock.instant();
        for (int position = from; position <= to; position++) {
            rows.ask(row, position, ranks.get(position), now);
        }
        ranks.subList(Math.max(0, atLeast - 1), to).forEach(rank -> passOver(row, decision, rank, unavailable));
        return new Offer(
                decision,
                ranks.subList(from, to + 1),
                now.plus(decision.silence()),
                ranks.stream().skip(to + 1L).findFirst());
    }

    /** Says that nobody waits for a rank, and why; nothing where somebody of it can decide, and is only silent. */
    private void passOver(Row row, Decision decision, Rank rank, Map<PersonId, String> unavailable) {
        if (!unavailable.keySet().containsAll(rank.persons())) {
            return;
        }
        String why = rank.persons().stream()
                .map(person -> "{%s} %s".formatted(person, unavailable.get(person)))
                .collect(Collectors.joining("、"));
        record(
                row.activation(),
                "system",
                null,
                "decision-passed-over",
                "%sを待たずに次にも諮る: %s。%s".formatted(rank.capacity(), decision.title(), why),
                Map.of());
    }

    /** The highest rank, among those asked, that the person holds. */
    private Asked capacity(Row row, Plan plan, PersonId person) {
        List<Rank> ranks = plan.decidingRanks(row.role());
        return rows.asked(row).stream()
                .filter(asked -> ranks.get(asked.position()).persons().contains(person))
                .findFirst()
                .orElseThrow(() -> new Refused("この判断はあなたに諮られていません。"));
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
