package org.keizoku.report;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.keizoku.activation.ActivationNumber;
import org.keizoku.activation.Activations;
import org.keizoku.approval.Decisions;
import org.keizoku.engine.Fact;
import org.keizoku.notice.NoticeOrder;
import org.keizoku.notice.Notices;
import org.keizoku.notice.Urgency;
import org.keizoku.plan.PersonId;
import org.keizoku.plan.Plan;
import org.keizoku.plan.Role;
import org.keizoku.plan.Role.Rank;
import org.keizoku.plan.RoleId;
import org.keizoku.platform.InsideAddress;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The reports to headquarters: drafted from the data at hand, signed by whoever acts as head, handed over. */
@Service
public class Reports {

    private final ReportRows rows;
    private final ReportText text;
    private final Decisions decisions;
    private final Activations activations;
    private final Notices notices;
    private final InsideAddress address;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Reports(
            ReportRows rows,
            ReportText text,
            Decisions decisions,
            Activations activations,
            Notices notices,
            InsideAddress address,
            Clock clock,
            ApplicationEventPublisher events) {
        this.rows = rows;
        this.text = text;
        this.decisions = decisions;
        this.activations = activations;
        this.notices = notices;
        this.address = address;
        this.clock = clock;
        this.events = events;
    }

    /**
     * A report waiting for its signature.
     *
     * @param onForm what the signer reads: the report, and what the plan wants to be added
     */
    record Draft(int number, String onForm, List<String> signers, Instant signBy) {}

    /** The reports of the activation in their order. */
    public List<HeadquartersReport> of(ActivationNumber activation) {
        return rows.of(activation);
    }

    @Transactional
    Draft draft(ActivationNumber activation) {
        Plan plan = activations.planOf(activation);
        int number = rows.next(activation);
        String words = text.now(activation);
        Instant now = clock.instant();
        rows.draft(activation, number, words, now);
        return new Draft(
                number,
                ReportText.onForm(words) + text.toAdd(activation),
                decisions.actingGroups(activation, plan.duties().head()),
                now.plus(plan.reporting().signWithin()));
    }

    /** Tells those who may sign, with the link to the task. */
    void askToSign(ActivationNumber activation, int number, String taskId, List<String> groups) {
        ranks(activation).stream().filter(rank -> groups.contains(rank.group())).forEach(rank -> rank.persons()
                .forEach(person -> tell(
                        activation,
                        "sign/" + taskId,
                        person,
                        "発動%s 本部報告 第%d報の署名をお願いします(%s) %s"
                                .formatted(activation, number, rank.capacity(), address.task(taskId)))));
    }

    /** The ranks of the head that were not asked to sign yet; where all were, those of the role above: never nobody. */
    List<String> furtherSigners(ActivationNumber activation, List<String> asked) {
        Plan plan = activations.planOf(activation);
        return plan.roleAndAbove(plan.duties().head())
                .map(role -> role.ranks().stream()
                        .map(Rank::group)
                        .filter(group -> !asked.contains(group))
                        .toList())
                .filter(further -> !further.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    @Transactional
    void signed(ActivationNumber activation, int number, PersonId by, String remarks) {
        String capacity = ranks(activation).stream()
                .filter(rank -> rank.persons().contains(by))
                .map(Rank::capacity)
                .findFirst()
                .orElse(null);
        Instant now = clock.instant();
        rows.signed(activation, number, by.value(), capacity, remarks, now);
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("報告", "第%d報".formatted(number));
        values.put("立場", capacity);
        values.put("補足", remarks);
        events.publishEvent(new Fact(
                activation.value(),
                now,
                by.value(),
                capacity,
                "report-signed",
                "本部報告 第%d報に署名".formatted(number),
                values));
    }

    /**
     * Hands the signed report over.
     *
     * @param instead the role that gets it where there is no headquarters; empty for headquarters
     */
    @Transactional
    void handOver(ActivationNumber activation, int number, Optional<RoleId> instead) {
        rows.handedOver(activation, number, clock.instant());
        Plan plan = activations.planOf(activation);
        Role role = plan.role(instead.orElse(plan.duties().headquarters()));
        Set<PersonId> hearers = role.everyone();
        String also = instead.isPresent() ? "対策本部は未設置と記録されています。設置されていれば本部へも渡してください。" : "";
        hearers.forEach(person -> tell(
                activation,
                "report/" + number,
                person,
                "発動%s 本部報告 第%d報です。%s %s".formatted(activation, number, also, address.activation(activation.value()))));
        activations.record(
                activation,
                "report-handed-over",
                "本部報告 第%d報を%sへ渡す".formatted(number, instead.isPresent() ? role.name() : "本部"),
                Map.of("本文", text.now(activation)));
    }

    @Transactional
    void signatureOverdue(ActivationNumber activation, int number) {
        activations.record(
                activation, "escalation", "本部報告 第%d報の署名が期限を過ぎる。代行者にも依頼".formatted(number), Map.of("報告", number));
    }

    /**
     * When the report after the one due at {@code due} is due: always on the plan's grid. Times that went by while the application or
     * a signature stood still are put on the record as missed, never skipped in silence.
     */
    @Transactional
    Instant next(ActivationNumber activation, Instant due) {
        Duration every = activations.planOf(activation).reporting().every();
        Instant now = clock.instant();
        Instant next = due.plus(every);
        while (!next.isAfter(now)) {
            activations.record(activation, "report-missed", "予定の本部報告ができず", Map.of("予定時刻", next.toString()));
            next = next.plus(every);
        }
        return next;
    }

    private List<Rank> ranks(ActivationNumber activation) {
        Plan plan = activations.planOf(activation);
        return plan.ranksFrom(plan.duties().head());
    }

    private void tell(ActivationNumber activation, String step, PersonId person, String words) {
        notices.plan(new NoticeOrder(
                activation, step, 0, person, Urgency.REPORT, "【本部報告】発動" + activation, words, Optional.empty()));
    }
}
