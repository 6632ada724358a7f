package org.keizoku.approval;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keizoku.activation.ActivationNumber;
import org.keizoku.activation.Activations;
import org.keizoku.activation.Announcement;
import org.keizoku.approval.DecisionRows.Asked;
import org.keizoku.approval.DecisionRows.Row;
import org.keizoku.engine.Fact;
import org.keizoku.engine.Refused;
import org.keizoku.plan.Decision;
import org.keizoku.plan.PersonId;
import org.keizoku.plan.Plan;
import org.keizoku.plan.Role.Rank;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a superior who arrives makes of a deputy's decision, within the plan's time: ratified, or taken back. Either way the role's next
 * decision begins with the superior again.
 */
@Service
class Ratifications {

    private final DecisionRows rows;
    private final RatificationRows ratified;
    private final Activations activations;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Ratifications(
            DecisionRows rows,
            RatificationRows ratified,
            Activations activations,
            Clock clock,
            ApplicationEventPublisher events) {
        this.rows = rows;
        this.ratified = ratified;
        this.activations = activations;
        this.clock = clock;
        this.events = events;
    }

    /**
     * A deputy has decided what the plan lets a superior ratify; published in the deputy's transaction.
     *
     * @param run the decision's process instance
     * @param superiors the groups above the one that decided, the highest first
     */
    record Decided(
            ActivationNumber activation,
            String run,
            String title,
            String briefing,
            List<String> superiors,
            String leader,
            Instant ratifyBy) {}

    /** Says that a decision was made by a rank that has others above it, where the plan gives those a time to ratify it. */
    void decided(Row row, Decision decision, String run, Asked by, String told) {
        if (decision.ratifyWithin() == null || by.position() == 0) {
            return;
        }
        Plan plan = activations.planOf(row.activation());
        events.publishEvent(new Decided(
                row.activation(),
                run,
                decision.title(),
                "%sが判断: %s".formatted(by.capacity(), told),
                plan.decidingRanks(row.role()).subList(0, by.position()).stream()
                        .map(Rank::group)
                        .toList(),
                plan.duties().leader().value(),
                clock.instant().plus(decision.ratifyWithin())));
    }

    /** What the decision of this run was about. */
    String matter(String run) {
        return rows.of(run).matter();
    }

    /** The ranks that may ratify the decision of this run. */
    List<Rank> superiors(String run, List<String> groups) {
        Row row = rows.of(run);
        return activations.planOf(row.activation()).decidingRanks(row.role()).stream()
                .filter(rank -> groups.contains(rank.group()))
                .toList();
    }

    /** Writes down the superior's word; refuses to take back without a reason, and whoever is no superior. */
    @Transactional
    void ratified(String run, PersonId person, List<String> superiors, boolean takenBack, String reason) {
        Row row = rows.of(run);
        if (takenBack && reason.isBlank()) {
            throw new Refused("取り消すときは「理由」を入力してください。");
        }
        Plan plan = activations.planOf(row.activation());
        List<Rank> ranks = plan.decidingRanks(row.role());
        Rank capacity = superiors(run, superiors).stream()
                .filter(rank -> rank.persons().contains(person))
                .findFirst()
                .orElseThrow(() -> new Refused("この判断を追認できるのは、判断した代行者より上位の人だけです。"));
        Instant now = clock.instant();
        ratified.write(row, takenBack, reason, person, ranks.indexOf(capacity), now);
        String title = plan.decision(row.decision()).title();
        Map<String, String> values = new LinkedHashMap<>();
        values.put("判断", takenBack ? "取消" : "追認");
        values.put("理由", reason);
        values.put("立場", capacity.capacity());
        events.publishEvent(new Fact(
                row.activation().value(),
                now,
                person.value(),
                capacity.capacity(),
                "ratification",
                "代行者の判断を%s: %s".formatted(takenBack ? "取消" : "追認", title),
                values));
    }

    /** Tells everybody who was told anything that the decision does not stand. */
    void tellTakenBack(String run) {
        Row row = rows.of(run);
        events.publishEvent(new Announcement(
                row.activation(),
                "decision-taken-back/" + run,
                "発動%sの代行者の判断「%s」は取り消されました。班長の指示を待ってください。"
                        .formatted(
                                row.activation(),
                                activations
                                        .planOf(row.activation())
                                        .decision(row.decision())
                                        .title()),
                Optional.empty()));
    }
}
