package org.keizoku.revision;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.keizoku.engine.EnteredMoment;
import org.keizoku.engine.Refused;
import org.keizoku.notice.Urgency;
import org.keizoku.plan.PersonId;
import org.keizoku.plan.Plan;
import org.keizoku.plan.Plans;
import org.keizoku.plan.Role.Rank;
import org.keizoku.platform.JapanTime;
import org.keizoku.revision.PlanRevision.State;
import org.keizoku.revision.RevisionRows.Asked;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The approval of a proposal: who was asked in which order, and who approved or refused it in which capacity. */
@Service
class RevisionApprovals {

    private final RevisionRows rows;
    private final Plans plans;
    private final RevisionNotices notices;
    private final RevisionRecord record;
    private final Clock clock;

    RevisionApprovals(RevisionRows rows, Plans plans, RevisionNotices notices, RevisionRecord record, Clock clock) {
        this.rows = rows;
        this.plans = plans;
        this.notices = notices;
        this.record = record;
        this.clock = clock;
    }

    /**
     * Ranks that may approve from now on.
     *
     * @param silentUntil when the next rank is asked if nobody has approved or refused
     */
    record Offer(List<String> groups, Instant silentUntil) {}

    /** What the approver entered. */
    record Entered(String outcome, String opinion, String effectiveFrom, boolean reviewApproved) {}

    /** Asks the role's holders first, and at once as many ranks more as it takes to reach another person than the proposer. */
    @Transactional
    Offer offer(long number) {
        PlanRevision revision = rows.locked(number);
        Plan plan = plans.version(revision.base());
        List<Rank> ranks = ranks(plan, revision.scope());
        List<String> groups = new ArrayList<>();
        for (int position = 0; position < ranks.size(); position++) {
            Rank rank = ranks.get(position);
            rows.ask(number, position, rank, clock.instant());
            groups.add(rank.group());
            if (!others(rank, revision).isEmpty()) {
                break;
            }
        }
        return new Offer(groups, clock.instant().plus(plan.revision().approveWithin()));
    }

    /** Tells all who were asked so far where to approve. */
    @Transactional
    void tell(long number, String taskLink) {
        PlanRevision revision = rows.locked(number);
        List<String> groups = rows.asked(number).stream().map(Asked::group).toList();
        ranks(plans.version(revision.base()), revision.scope()).stream()
                .filter(rank -> groups.contains(rank.group()))
                .forEach(rank -> notices.tell(
                        number,
                        "approve",
                        others(rank, revision),
                        Urgency.DECISION,
                        "%sの改訂案%d(版%s)の承認をお願いします(%s)。タスク: %s 改訂案:"
                                .formatted(
                                        revision.scope().label(),
                                        number,
                                        revision.version(),
                                        rank.capacity(),
                                        taskLink)));
    }

    /** Asks the next rank as well; empty where nobody is left. */
    @Transactional
    Offer askNext(long number) {
        PlanRevision revision = rows.locked(number);
        Plan plan = plans.version(revision.base());
        List<Rank> ranks = ranks(plan, revision.scope());
        int position = rows.asked(number).size();
        if (position == ranks.size()) {
            record.bySystem(number, "escalation", "計画の改訂案%dは、諮る相手の全員から期限までに答えがない".formatted(number), Map.of());
            return new Offer(List.of(), clock.instant());
        }
        Rank rank = ranks.get(position);
        rows.ask(number, position, rank, clock.instant());
        record.bySystem(number, "decision-offered", "%sにも諮る: 計画の改訂案%d".formatted(rank.capacity(), number), Map.of());
        return new Offer(
                List.of(rank.group()), clock.instant().plus(plan.revision().approveWithin()));
    }

    /**
     * Writes down the approval or the refusal, and says when the version comes into force; empty for a refusal. Refuses the proposer, a
     * person who was not asked, a refusal without a reason, a moment in the past, and a version of the management review without it.
     */
    @Transactional
    Optional<Instant> decided(long number, PersonId person, Entered entered) {
        PlanRevision revision = rows.locked(number);
        Plan plan = plans.version(revision.base());
        if (revision.proposedBy().equals(person.value())) {
            throw new Refused("改訂を提案した本人は、どの役割でも承認できません。");
        }
        Asked asked = capacity(revision, person);
        boolean approved = "approve".equals(entered.outcome());
        if (!approved && entered.opinion().isBlank()) {
            throw new Refused("承認しないときは、「理由・意見」を入力してください。");
        }
        if (approved && !entered.reviewApproved() && next(plan).isReviewed(revision.version())) {
            throw new Refused(
                    "版%sはマネジメントレビューで承認した版の番号です。レビューで承認したのでなければ、承認せずに出し直しを求めてください。".formatted(revision.version()));
        }
        Instant now = clock.instant();
        Instant effectiveAt = approved ? effectiveAt(entered.effectiveFrom(), now) : null;
        rows.decided(
                number,
                approved ? State.APPROVED : State.REFUSED,
                person,
                asked.capacity(),
                now,
                entered.opinion(),
                effectiveAt);
        Map<String, String> values = new LinkedHashMap<>();
        values.put("対象", revision.scope().label());
        values.put("判断", approved ? "承認" : "不承認");
        values.put("理由・意見", entered.opinion());
        values.put("立場", asked.capacity());
        values.put("施行日時", JapanTime.exact(effectiveAt));
        values.put("回答がなかった上位者", silent(number, asked, now));
        record.by(
                person.value(),
                asked.capacity(),
                number,
                approved ? "plan-approved" : "plan-refused",
                "計画の改訂案%d(版%s)を%s".formatted(number, revision.version(), approved ? "承認" : "不承認"),
                values);
        return Optional.ofNullable(effectiveAt);
    }

    private static Instant effectiveAt(String entered, Instant now) {
        if (entered == null || entered.isBlank()) {
            return now;
        }
        Instant moment = EnteredMoment.of("施行日時", entered);
        if (moment.isBefore(now)) {
            throw new Refused("施行日時が過去です。すぐに施行するときは空欄にしてください。");
        }
        return moment;
    }

    /** The highest rank, among those asked, that the person holds. */
    private Asked capacity(PlanRevision revision, PersonId person) {
        List<Rank> ranks = ranks(plans.version(revision.base()), revision.scope());
        return rows.asked(revision.number()).stream()
                .filter(asked -> ranks.get(asked.position()).persons().contains(person))
                .findFirst()
                .orElseThrow(() -> new Refused("この改訂はあなたに諮られていません。"));
    }

    private String silent(long number, Asked capacity, Instant now) {
        String silent = rows.asked(number).stream()
                .filter(asked -> asked.position() < capacity.position())
                .map(asked ->
                        "%sは%s応答なし".formatted(asked.capacity(), JapanTime.span(Duration.between(asked.at(), now))))
                .collect(Collectors.joining("、"));
        return silent.isEmpty() ? "なし" : silent;
    }

    private static NextVersion next(Plan plan) {
        return new NextVersion(plan.revision().numbering(), plan.version());
    }

    /** The order of asking: the role's holders, its deputies, then the same of the role above, up to the top. */
    static List<Rank> ranks(Plan plan, RevisionScope scope) {
        return plan.ranksFrom(scope.approvedBy(plan));
    }

    private static List<PersonId> others(Rank rank, PlanRevision revision) {
        return rank.persons().stream()
                .filter(person -> !person.value().equals(revision.proposedBy()))
                .toList();
    }
}
