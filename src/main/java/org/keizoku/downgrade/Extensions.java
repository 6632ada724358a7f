package org.keizoku.downgrade;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.keizoku.activation.Activations;
import org.keizoku.downgrade.Downgrades.Answer;
import org.keizoku.engine.Refused;
import org.keizoku.engine.Side;
import org.keizoku.plan.PersonId;
import org.keizoku.plan.Plan;
import org.keizoku.platform.JapanTime;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Longer times for what is in force: each is asked for and approved anew, by another person than who asks or acts. */
@Service
class Extensions {

    private final ExtensionRows rows;
    private final Downgrades downgrades;
    private final DowngradeHands hands;
    private final Activations activations;
    private final DowngradeNotices notices;
    private final Clock clock;

    Extensions(
            ExtensionRows rows,
            Downgrades downgrades,
            DowngradeHands hands,
            Activations activations,
            DowngradeNotices notices,
            Clock clock) {
        this.rows = rows;
        this.notices = notices;
        this.downgrades = downgrades;
        this.hands = hands;
        this.activations = activations;
        this.clock = clock;
    }

    /**
     * Keeps what is asked for; refused is what is not in force or at its end already, no longer than before, longer than the plan allows,
     * or asked by whoever approved, applied or verified it, or what nobody is left to approve.
     */
    @Transactional
    Extension asked(long number, Instant until, String reason, PersonId by) {
        Downgrade downgrade = downgrades.get(number);
        if (!downgrade.isLowered()) {
            throw new Refused("%sは引下げ中でないため、延長できません。".formatted(downgrade.title()));
        }
        Instant now = clock.instant();
        if (downgrade.isOverdue(now)) {
            throw new Refused("%sは期限(%s)を過ぎたため、延長できません。元に戻し、まだ必要なら新しく申請してください。"
                    .formatted(downgrade.title(), JapanTime.plain(downgrade.until())));
        }
        if (reason.isBlank()) {
            throw new Refused("延長の理由を入力してください。");
        }
        if (!until.isAfter(downgrade.until())) {
            throw new Refused("延長後の期限は、今の期限(%s)より後にしてください。".formatted(JapanTime.plain(downgrade.until())));
        }
        Plan plan = activations.planOf(downgrade.activation());
        DowngradeRequests.endsInTime(DowngradeRequests.limit(downgrade.matter(), plan), now, until);
        hands.acts(number, by, Side.REQUESTER);
        DowngradeRequests.insistOnApprover(downgrade.matter(), plan, hands.cannotApprove(number));
        Extension extension = inserted(number, until, reason, by, now);
        activations.record(
                downgrade.activation(),
                "downgrade-requested",
                "%s: 延長を申請".formatted(downgrade.title()),
                Map.of("延長後の期限", JapanTime.plain(until), "理由", reason));
        return extension;
    }

    private Extension inserted(long number, Instant until, String reason, PersonId by, Instant now) {
        try {
            return rows.insert(number, until, reason, by, now);
        } catch (DuplicateKeyException another) {
            throw new Refused("この件の延長はもう申請されています。承認を待ってください。");
        }
    }

    /** Writes down what the approver decided. */
    @Transactional
    void decided(long extension, Answer answer) {
        Extension asked = rows.get(extension);
        Downgrade downgrade = downgrades.get(asked.downgrade());
        if (!answer.approved() && answer.reason().isBlank()) {
            throw new Refused("承認しないときは、「理由」を入力してください。");
        }
        if (answer.approved() && !asked.until().isAfter(clock.instant())) {
            throw new Refused("延長後の期限を過ぎたため、承認できません。");
        }
        hands.acts(asked.downgrade(), answer.by(), Side.APPROVER);
        rows.decided(extension, answer, clock.instant());
        activations.record(
                downgrade.activation(),
                answer.approved() ? "downgrade-approved" : "downgrade-refused",
                "%s: 延長を%s".formatted(downgrade.title(), answer.approved() ? "承認" : "不承認"),
                Map.of("立場", answer.as(), "理由", answer.reason()));
    }

    @Transactional
    void extend(long extension) {
        Extension approved = rows.get(extension);
        downgrades.endsAt(approved.downgrade(), approved.until(), "延長の承認");
    }

    @Transactional
    void tellRefused(long extension) {
        Extension refused = rows.get(extension);
        notices.tellPerson(
                downgrades.get(refused.downgrade()),
                "extension-refused/" + extension,
                refused.requestedBy(),
                "延長は承認されませんでした。今の期限までに元に戻してください。");
    }
}
