package org.keizoku.downgrade;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.keizoku.activation.ActivationNumber;
import org.keizoku.activation.Activations;
import org.keizoku.plan.PersonId;
import org.keizoku.platform.JapanTime;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Warns before the end of a lowering, and escalates after it until it is put back and verified; likewise for an approval after the fact. */
@Service
class DowngradeWatch {

    private final DowngradeRows rows;
    private final DowngradeHands hands;
    private final Activations activations;
    private final DowngradeNotices notices;
    private final Clock clock;

    DowngradeWatch(
            DowngradeRows rows, DowngradeHands hands, Activations activations, DowngradeNotices notices, Clock clock) {
        this.rows = rows;
        this.hands = hands;
        this.activations = activations;
        this.notices = notices;
        this.clock = clock;
    }

    /** When somebody is told next. */
    Instant next(Downgrade downgrade) {
        return new DowngradeClock(
                        downgrade.appliedAt(),
                        downgrade.until(),
                        activations.planOf(downgrade.activation()).recovery())
                .next(clock.instant());
    }

    /** Tells how it stands now, and returns when that is done next. */
    @Transactional
    Instant tell(long number) {
        Downgrade downgrade = rows.locked(number);
        Instant now = clock.instant();
        boolean overdue = downgrade.isOverdue(now);
        String words = "%s、%s".formatted(downgrade.state().label(), span(downgrade.until(), now));
        String about = "due/" + now.getEpochSecond();
        Set<PersonId> hearers = overdue
                ? notices.tellAll(downgrade, about, hands.persons(number), words)
                : notices.tellTeam(downgrade, about, hands.persons(number), words);
        record(downgrade, overdue ? "escalation" : "downgrade-warning", words, hearers);
        return next(downgrade);
    }

    /** Tells everybody at once that somebody acted without an approval. */
    @Transactional
    void tellBreakGlass(long number) {
        Downgrade downgrade = rows.locked(number);
        notices.tellAll(
                downgrade,
                "break-glass",
                hands.persons(number),
                "緊急措置として承認前に実施されました。期限" + JapanTime.plain(downgrade.until()));
    }

    /** Tells everybody at once that what was done must be undone. */
    @Transactional
    void tellUndo(long number) {
        Downgrade downgrade = rows.locked(number);
        notices.tellAll(downgrade, "undo", hands.persons(number), "緊急措置は事後に承認されませんでした。すぐに元に戻してください。");
    }

    /** When an approval after the fact is asked for again. */
    Instant nextReminder(ActivationNumber activation) {
        return clock.instant().plus(activations.planOf(activation).recovery().escalateEvery());
    }

    /** Tells everybody that the approval after the fact is still missing, and returns when that is done next. */
    @Transactional
    Instant remindAfterTheFact(long number) {
        Downgrade downgrade = rows.locked(number);
        Instant now = clock.instant();
        String words =
                "緊急措置の事後承認が%sたっても済んでいない".formatted(JapanTime.span(Duration.between(downgrade.requestedAt(), now)));
        record(
                downgrade,
                "escalation",
                words,
                notices.tellAll(downgrade, "after-fact/" + now.getEpochSecond(), hands.persons(number), words));
        return nextReminder(downgrade.activation());
    }

    private void record(Downgrade downgrade, String kind, String words, Set<PersonId> hearers) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("期限", JapanTime.plain(downgrade.until()));
        values.put("連絡先", hearers.stream().map(PersonId::value).toList());
        activations.record(downgrade.activation(), kind, "%s: %s".formatted(downgrade.title(), words), values);
    }

    private static String span(Instant until, Instant now) {
        String span = JapanTime.span(Duration.between(now, until));
        return now.isBefore(until) ? "期限まで" + span : "期限から%s経過".formatted(span);
    }
}
