package org.keizoku.downgrade;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.keizoku.activation.Activation;
import org.keizoku.activation.ActivationNumber;
import org.keizoku.activation.Activations;
import org.keizoku.downgrade.Downgrade.State;
import org.keizoku.engine.Refused;
import org.keizoku.engine.Side;
import org.keizoku.plan.Matter;
import org.keizoku.plan.PersonId;
import org.keizoku.plan.Plan;
import org.keizoku.plan.Role.Rank;
import org.keizoku.plan.RoleId;
import org.keizoku.plan.Security.Limit;
import org.keizoku.plan.SecurityStandard;
import org.keizoku.plan.SecurityStandards;
import org.keizoku.platform.JapanTime;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people ask for: held to the plan and the standard before anybody is asked to approve it. */
@Service
class DowngradeRequests {

    /** As a plan names the decision. */
    static final String DECISION = "approve-downgrade";

    private final DowngradeRows rows;
    private final DowngradeHands hands;
    private final Activations activations;
    private final Clock clock;

    DowngradeRequests(DowngradeRows rows, DowngradeHands hands, Activations activations, Clock clock) {
        this.rows = rows;
        this.hands = hands;
        this.activations = activations;
        this.clock = clock;
    }

    /** The activation that a form names; refused where none of this number is open. */
    Activation open(String given) {
        return Optional.of(given.strip())
                .filter(number -> number.matches("\\d{4}-\\d{3,}"))
                .flatMap(number -> activations.find(new ActivationNumber(number)))
                .filter(Activation::isOpen)
                .orElseThrow(() -> new Refused("対応中の発動「%s」はありません。例: 2026-001".formatted(given)));
    }

    /** Keeps the request under a number of its own; a Refused says what is wrong with it. What breaks the glass is in force at once. */
    @Transactional
    Downgrade asked(Request request, PersonId by) {
        Plan plan = activations.planOf(request.activation());
        Instant now = clock.instant();
        endsInTime(limit(request.matter(), plan), now, request.until());
        levelFits(request, plan);
        insistOnApprover(request.matter(), plan, Set.of(by));
        long number = rows.insert(request, by, now);
        hands.acts(number, by, request.breakGlass() ? Side.BREAK_GLASS : Side.REQUESTER);
        if (request.breakGlass()) {
            rows.applied(number, request.matter().isTemporary() ? State.IN_FORCE : State.DONE, now, request.reason());
        }
        Downgrade downgrade = rows.locked(number);
        activations.record(
                request.activation(),
                request.breakGlass() ? "downgrade-break-glass" : "downgrade-requested",
                "%s: %s".formatted(downgrade.title(), request.breakGlass() ? "承認を待たず緊急措置として実施" : "承認を申請"),
                values(request));
        return downgrade;
    }

    /** The role whose approval it needs: the plan's or the standard's for the matter, else that of the plan's decision. */
    static RoleId approver(Matter matter, Plan plan) {
        return Optional.ofNullable(plan.security())
                .flatMap(security -> security.approver(matter))
                .orElseGet(() -> plan.decision(DECISION).role());
    }

    /** Whom its approval is offered to, one after another: headquarters last, as with every decision. */
    static List<Rank> approvers(Matter matter, Plan plan) {
        return plan.decidingRanks(approver(matter, plan));
    }

    /** Refuses an end that is past or further away than the plan allows. */
    static void endsInTime(Limit limit, Instant now, Instant until) {
        if (!until.isAfter(now)) {
            throw new Refused("期限が過去です。これからの日時を入力してください。");
        }
        if (until.isAfter(now.plus(limit.longest()))) {
            throw new Refused("計画で認める期間は最長%sです。期限を%sまでにしてください。"
                    .formatted(JapanTime.span(limit.longest()), JapanTime.plain(now.plus(limit.longest()))));
        }
    }

    static Limit limit(Matter matter, Plan plan) {
        return Optional.ofNullable(plan.security())
                .flatMap(security -> security.limit(matter))
                .orElseThrow(() -> new Refused("この計画は「%s」の申請を認めていません。".formatted(matter.label())));
    }

    /** In a few lines for whoever decides. */
    static String inWords(Request request) {
        StringBuilder words = new StringBuilder();
        values(request).forEach((label, value) -> words.append("- %s: %s\n".formatted(label, value)));
        return words.toString();
    }

    /** What was asked for, by what people call it, in the form's order. */
    static Map<String, Object> values(Request request) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("対象", request.matter().label());
        if (request.level() != null) {
            values.put("情報の重要度", request.level());
        }
        values.put("何に対して", request.target());
        values.put("理由", request.reason());
        values.put("補う対策", request.compensation());
        values.put("元に戻す方法", request.restoration());
        values.put("実施する人", request.executor());
        values.put("期限", JapanTime.plain(request.until()));
        return values;
    }

    /** The level is asked for where the standard or the plan goes by it, and below it nobody needs an approval. */
    private static void levelFits(Request request, Plan plan) {
        var levels = SecurityStandards.find(plan.security().standard())
                .flatMap(request.matter()::in)
                .map(SecurityStandard.Approval::levels)
                .stream()
                .flatMap(Collection::stream)
                .toList();
        if (request.level() == null && (!levels.isEmpty() || request.matter() == Matter.TAKE_OUT)) {
            throw new Refused(
                    "「%s」では、情報の重要度(3・2・1)を選んでください。".formatted(request.matter().label()));
        }
        if (!levels.isEmpty() && !levels.contains(request.level())) {
            throw new Refused("重要度%dの情報では、この承認は要りません。".formatted(request.level()));
        }
    }

    /** Refuses what nobody is left to approve, once these have a hand in it. */
    static void insistOnApprover(Matter matter, Plan plan, Set<PersonId> barred) {
        if (barred.containsAll(Rank.everyone(approvers(matter, plan)))) {
            throw new Refused("この件を承認できる人がほかにいないため、あなたは申請できません。");
        }
    }
}
