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
 * What a superior who arrives makes of a deputy's decision, within the plan's time: ratified, or taken back and decided anew. Either way the role's next
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
     * @param others what could have been decided instead, by value
     * @param superiors the groups above the one that decided, the highest first
     * @param leader who follows up a decision that was taken back, as a task's candidates are written
     */
    record Decided(
            ActivationNumber activation,
            String run,
            String title,
            String briefing,
            Map<String, String> others,
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
                others(row),
                plan.decidingRanks(row.role()).subList(0, by.position()).stream()
                        .map(Rank::group)
                        .toList(),
                plan.role(plan.duties().leader()).candidates(),
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

    /** Writes down that a superior lets the decision stand; refuses whoever is no superior. */
    @Transactional
    void ratified(String run, PersonId person, List<String> superiors, String reason) {
        write(run, person, superiors, null, "追認", reason);
    }

    /**
     * Writes down what a superior decided instead, and returns what that is called; refuses to do so without a reason or another
     * option, and whoever is no superior.
     */
    @Transactional
    String takenBack(String run, PersonId person, List<String> superiors, String instead, String reason) {
        String label = others(rows.of(run)).get(instead);
        if (label == null) {
            throw new Refused("取り消すときは「代わりの判断」を選んでください。");
        }
        if (reason.isBlank()) {
            throw new Refused("取り消すときは「理由」を入力してください。");
        }
        write(run, person, superiors, instead, "取消 → " + label, reason);
        return label;
    }

    /** The decision that a superior made anew, where it is the last of its kind: an older one is not what the response follows. */
    Optional<Row> overridden(String run) {
        return Optional.of(rows.of(run)).filter(rows::isLatest);
    }

    private void write(
            String run, PersonId person, List<String> superiors, String instead, String word, String reason) {
        Row row = rows.of(run);
        Plan plan = activations.planOf(row.activation());
        Rank capacity = superiors(run, superiors).stream()
                .filter(rank -> rank.persons().contains(person))
                .findFirst()
                .orElseThrow(() -> new Refused("この判断を追認できるのは、判断した代行者より上位の人だけです。"));
        Instant now = clock.instant();
        ratified.write(
                row, instead, reason, person, plan.decidingRanks(row.role()).indexOf(capacity), now);
        Map<String, String> values = new LinkedHashMap<>();
        values.put("判断", word);
        values.put("理由", reason);
        values.put("立場", capacity.capacity());
        events.publishEvent(new Fact(
                row.activation().value(),
                now,
                person.value(),
                capacity.capacity(),
                "ratification",
                "代行者の判断を%s: %s"
                        .formatted(
                                instead == null ? "追認" : "取消",
                                plan.decision(row.decision()).title()),
                values));
    }

    /** What could be decided instead of what was. */
    private Map<String, String> others(Row row) {
        Map<String, String> others =
                new LinkedHashMap<>(Options.of(row.decision(), activations.planOf(row.activation())));
        others.remove(rows.outcome(row));
        return others;
    }

    /** Says that the activation ended before anybody said whether the decision stands: it does. */
    void endedWith(ActivationNumber activation, String title) {
        activations.recordBySystem(activation, "ratification-lapsed", "発動が終わったため、代行者の判断の追認・取消を終える: " + title, Map.of());
    }

    /** Tells everybody who was told anything what is decided instead. */
    void tellTakenBack(String run, String instead) {
        Row row = rows.of(run);
        events.publishEvent(new Announcement(
                row.activation(),
                "decision-taken-back/" + run,
                "発動%sの代行者の判断「%s」は取り消され、「%s」になりました。班長の指示に従ってください。"
                        .formatted(
                                row.activation(),
                                activations
                                        .planOf(row.activation())
                                        .decision(row.decision())
                                        .title(),
                                instead),
                Optional.empty()));
    }
}
