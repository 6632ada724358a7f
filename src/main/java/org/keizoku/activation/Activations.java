package org.keizoku.activation;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.keizoku.Keizoku;
import org.keizoku.activation.Activation.State;
import org.keizoku.engine.Actor;
import org.keizoku.engine.Fact;
import org.keizoku.engine.Refused;
import org.keizoku.plan.Plan;
import org.keizoku.plan.Plans;
import org.keizoku.plan.lint.PlanCheck;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The activations: each has a number, an event and the version of the plan that it runs to its end. */
@Service
public class Activations {

    private final ActivationRows rows;
    private final Plans plans;
    private final PlanCheck check;
    private final Clock clock;
    private final Actor actor;
    private final ApplicationEventPublisher events;
    private final ObjectProvider<MustEndFirst> mustEndFirst;

    Activations(
            ActivationRows rows,
            Plans plans,
            PlanCheck check,
            Clock clock,
            Actor actor,
            ApplicationEventPublisher events,
            ObjectProvider<MustEndFirst> mustEndFirst) {
        this.rows = rows;
        this.plans = plans;
        this.check = check;
        this.clock = clock;
        this.actor = actor;
        this.events = events;
        this.mustEndFirst = mustEndFirst;
    }

    /** Every activation, the newest first. */
    public List<Activation> all() {
        return rows.all();
    }

    public Optional<Activation> find(ActivationNumber number) {
        return rows.find(number);
    }

    /** The activation; an IllegalArgumentException where there is none of that number. */
    public Activation get(ActivationNumber number) {
        return rows.find(number).orElseThrow(() -> new IllegalArgumentException("no activation " + number));
    }

    /** The version of the plan that the activation runs, as it stands for the activation's event. */
    public Plan planOf(ActivationNumber number) {
        Activation activation = get(number);
        return plans.version(activation.planVersion()).underEvent(activation.eventType());
    }

    /** Gives the event its number, by which it is real or a drill for good; the same event twice is refused with the number it has, and so is any under a plan with errors. */
    @Transactional
    Activation open(ReportedEvent reported, boolean drill) {
        check.insistOnNoError();
        Instant now = clock.instant();
        ReportedEvent event = reported.checkedAt(now);
        if (!drill && event.situation() != null && event.situation().contains(ActivationNumber.DRILL_MARK)) {
            throw new Refused("状況に「%s」とあります。訓練なら「訓練」(drill)を選んでください。".formatted(ActivationNumber.DRILL_MARK));
        }
        // The year's row is taken first: two people who report the same shock at once are served one after the other.
        var number = rows.nextNumber(now.atZone(ZoneId.of(Keizoku.ZONE)).getYear(), drill);
        rows.openFor(event, drill).ifPresent(open -> {
            throw new Refused("この事象は既に発動 %s として対応中です。".formatted(open.number()));
        });
        var activation = new Activation(
                number,
                event.type().code(),
                ActivationRows.facts(event),
                event.occurredAt(),
                now,
                actor.nameForRecord(),
                null,
                State.OPEN,
                null,
                plans.inForceVersion());
        rows.insert(activation, plans.inForce().id());
        record(number, "activation-opened", number.marked("発動 %s: %s".formatted(number, event.told())), values(event));
        return activation;
    }

    @Transactional
    void regimeDecided(ActivationNumber number, String regime) {
        String before = get(number).regime();
        rows.regime(number, regime);
        recordBySystem(number, "regime", "体制を判定: " + Regime.label(regime), Map.of("体制", Regime.label(regime)));
        if (Regime.isLower(regime, before)) {
            events.publishEvent(new SituationFell(number, Regime.label(before), Regime.label(regime)));
        }
    }

    /** What monitoring found: headquarters or grave damage may have come to the event as reported. */
    @Transactional
    void observed(ActivationNumber number, ReportedEvent event, String findings) {
        rows.event(number, event);
        record(number, "monitored", "監視の結果を記録", Map.of("結果", findings));
    }

    @Transactional
    void corrected(ActivationNumber number, ReportedEvent event, String reason) {
        String before = get(number).event().told();
        rows.event(number, event);
        record(
                number,
                "activation-corrected",
                "発動を訂正: %s → %s".formatted(before, event.told()),
                Map.of("訂正前", before, "訂正後", event.told(), "理由", reason));
    }

    /** Ends it; closing is refused while something of a feature has to end first. Standing down is not: what was never needed must end at once. */
    @Transactional
    void ended(ActivationNumber number, State state) {
        if (state == State.CLOSED) {
            insistOnNothingOpen(number);
        } else {
            events.publishEvent(
                    new SituationFell(number, Regime.label(get(number).regime()), state.label()));
        }
        rows.end(number, state, clock.instant());
        record(
                number,
                state == State.CLOSED ? "activation-closed" : "activation-stood-down",
                state == State.CLOSED ? "発動を終了" : "発動を取消",
                Map.of());
        events.publishEvent(new ActivationEnded(number));
    }

    private void insistOnNothingOpen(ActivationNumber number) {
        String open = mustEndFirst
                .orderedStream()
                .flatMap(feature -> feature.openIn(number).stream())
                .collect(Collectors.joining("、"));
        if (!open.isEmpty()) {
            throw new Refused("次のものが終わっていないため、発動%sを終了できません: %s".formatted(number, open));
        }
    }

    /** Puts a fact of this activation on the record under the name of whoever acts. */
    public void record(ActivationNumber number, String kind, String told, Map<String, ?> values) {
        record(actor.nameForRecord(), number, kind, told, values);
    }

    /** The same of what a table or the procedure came to by itself, whoever's step it followed. */
    public void recordBySystem(ActivationNumber number, String kind, String told, Map<String, ?> values) {
        record(Actor.SYSTEM, number, kind, told, values);
    }

    private void record(String by, ActivationNumber number, String kind, String told, Map<String, ?> values) {
        events.publishEvent(new Fact(number.value(), clock.instant(), by, null, kind, told, values));
    }

    private static Map<String, Object> values(ReportedEvent event) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("事象", event.told());
        values.put("災害対策本部", event.headquartersSetUp() ? "設置" : "未設置");
        values.put("重大な被害又は恐れ", event.graveDamage() ? "あり" : "なし");
        if (event.situation() != null) {
            values.put("状況", event.situation());
        }
        return values;
    }
}
