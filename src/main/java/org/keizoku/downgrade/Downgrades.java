package org.keizoku.downgrade;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.keizoku.activation.ActivationNumber;
import org.keizoku.activation.Activations;
import org.keizoku.downgrade.Downgrade.Decided;
import org.keizoku.downgrade.Downgrade.State;
import org.keizoku.engine.Refused;
import org.keizoku.engine.Side;
import org.keizoku.plan.PersonId;
import org.keizoku.platform.JapanTime;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The matters of an activation, from the approval to the verified end; each step refuses a state in which it has no place. */
@Service
public class Downgrades {

    private final DowngradeRows rows;
    private final DowngradeHands hands;
    private final Activations activations;
    private final DowngradeProcess process;
    private final Clock clock;

    Downgrades(
            DowngradeRows rows, DowngradeHands hands, Activations activations, DowngradeProcess process, Clock clock) {
        this.rows = rows;
        this.hands = hands;
        this.activations = activations;
        this.process = process;
        this.clock = clock;
    }

    /** In the order in which they were asked for. */
    public List<Downgrade> of(ActivationNumber activation) {
        return rows.of(activation);
    }

    /** Of all activations, what is still open. */
    public List<Downgrade> open() {
        return rows.open().stream().filter(Downgrade::isOpen).toList();
    }

    Downgrade get(long number) {
        return rows.find(number).orElseThrow(() -> new Refused("第%d号の申請はありません。".formatted(number)));
    }

    /** What an approver decided, as the decision's process gives it back. */
    record Answer(PersonId by, String as, boolean approved, String reason, String fingerprint) {}

    /**
     * Writes down the approval or refusal, and says whether it may be applied. Refused is who has another part in it, a refusal without a
     * reason, and a request that does not say any more what the approver read. What was approved too late counts as lapsed.
     */
    @Transactional
    boolean decided(long number, Answer answer) {
        Downgrade downgrade = in(rows.locked(number), Set.of(State.REQUESTED));
        decide(downgrade, answer);
        if (!answer.approved()) {
            rows.state(number, State.REFUSED);
            return false;
        }
        rows.state(number, State.APPROVED);
        return true;
    }

    /** The same after the fact: nothing waits for it, but a refusal ends what was done. */
    @Transactional
    boolean decidedAfterTheFact(long number, Answer answer) {
        Downgrade downgrade = rows.locked(number);
        if (!downgrade.awaitsApprovalAfterTheFact()) {
            throw new Refused("%sは事後承認を待っていません。".formatted(downgrade.title()));
        }
        decide(downgrade, answer);
        return answer.approved();
    }

    private void decide(Downgrade downgrade, Answer answer) {
        if (!downgrade.request().fingerprint().equals(answer.fingerprint())) {
            throw new Refused("承認を諮った後に申請の内容が変わっています。承認できません。新しく申請してください。");
        }
        if (!answer.approved() && answer.reason().isBlank()) {
            throw new Refused("承認しないときは、「理由」を入力してください。");
        }
        hands.acts(downgrade.number(), answer.by(), Side.APPROVER);
        rows.decided(
                downgrade.number(),
                new Decided(answer.approved(), answer.by().value(), answer.as(), clock.instant(), answer.fingerprint()),
                answer.reason());
        record(
                downgrade,
                answer.approved() ? "downgrade-approved" : "downgrade-refused",
                "%s%s".formatted(downgrade.request().breakGlass() ? "事後に" : "", answer.approved() ? "承認" : "不承認"),
                Map.of("立場", answer.as(), "理由", answer.reason()));
    }

    /** The executor did it, or found that it is not needed any more; with what shows it. */
    @Transactional
    void applied(long number, PersonId by, boolean done, String evidence) {
        Downgrade downgrade = in(rows.locked(number), Set.of(State.APPROVED));
        Instant now = clock.instant();
        hands.acts(number, by, Side.EXECUTOR);
        if (!done) {
            rows.state(number, State.DROPPED);
            record(downgrade, "downgrade-dropped", "取りやめ", Map.of("理由", evidence));
            return;
        }
        if (!downgrade.until().isAfter(now)) {
            throw new Refused("承認された期限を過ぎたため、実施できません。");
        }
        if (!downgrade.request().fingerprint().equals(downgrade.decision().fingerprint())) {
            throw new Refused("承認された後に申請の内容が変わっています。実施できません。");
        }
        boolean temporary = downgrade.matter().isTemporary();
        rows.applied(number, temporary ? State.IN_FORCE : State.DONE, now, evidence);
        record(downgrade, "downgrade-applied", temporary ? "実施(引下げ中)" : "実施", Map.of("証跡", evidence));
    }

    /** Nobody applied it while its approval was good. */
    @Transactional
    void lapsed(long number) {
        Downgrade downgrade = in(rows.locked(number), Set.of(State.APPROVED));
        rows.state(number, State.LAPSED);
        record(downgrade, "downgrade-lapsed", "期限までに実施されず失効", Map.of());
    }

    @Transactional
    void restored(long number, PersonId by, String how) {
        Downgrade downgrade = in(rows.locked(number), Set.of(State.IN_FORCE));
        hands.acts(number, by, Side.EXECUTOR);
        rows.restored(number, clock.instant(), how);
        record(downgrade, "downgrade-restored", "元に戻した", Map.of("方法", how));
    }

    /** Whether another person found it put back; if not, it is in force again. */
    @Transactional
    void verified(long number, PersonId by, boolean isBack, String findings) {
        Downgrade downgrade = in(rows.locked(number), Set.of(State.RESTORED));
        hands.acts(number, by, Side.VERIFIER);
        if (isBack) {
            rows.verified(number, clock.instant(), findings);
            record(downgrade, "downgrade-verified", "元に戻ったことを確認", Map.of("確認した内容", findings));
        } else {
            rows.state(number, State.IN_FORCE);
            record(downgrade, "downgrade-not-restored", "元に戻っていない", Map.of("確認した内容", findings));
        }
    }

    /** Put back, verified, and its records are closed. */
    @Transactional
    void ended(long number) {
        Downgrade downgrade = in(rows.locked(number), Set.of(State.VERIFIED));
        rows.state(number, State.ENDED);
        record(downgrade, "downgrade-ended", "終了", Map.of());
    }

    /** Refuses to close a record of what stands open while it still does. */
    void insistOnRestored(long number, String words) {
        if (rows.locked(number).isLowered()) {
            throw new Refused(words);
        }
    }

    /** Another end counts from now on; nothing changes where it is put back already. */
    @Transactional
    void endsAt(long number, Instant until, String why) {
        Downgrade downgrade = rows.locked(number);
        if (!downgrade.isLowered()) {
            record(downgrade, "downgrade-end", "既に引下げ中でないため、期限は変わらない", Map.of("理由", why));
            return;
        }
        rows.until(number, until);
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("これまでの期限", JapanTime.plain(downgrade.until()));
        values.put("これからの期限", JapanTime.plain(until));
        values.put("理由", why);
        record(downgrade, "downgrade-end", "期限を変更", values);
        process.endChanged(number, until);
    }

    /** It has to be put back now. */
    @Transactional
    void endsNow(long number, String why) {
        endsAt(number, clock.instant(), why);
    }

    private static Downgrade in(Downgrade downgrade, Set<State> states) {
        if (!states.contains(downgrade.state())) {
            throw new Refused("%sは「%s」です。この操作はできません。"
                    .formatted(downgrade.title(), downgrade.state().label()));
        }
        return downgrade;
    }

    private void record(Downgrade downgrade, String kind, String what, Map<String, ?> values) {
        activations.record(downgrade.activation(), kind, "%s: %s".formatted(downgrade.title(), what), values);
    }
}
