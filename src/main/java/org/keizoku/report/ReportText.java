package org.keizoku.report;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import org.keizoku.Keizoku;
import org.keizoku.activation.Activation;
import org.keizoku.activation.ActivationNumber;
import org.keizoku.activation.Activations;
import org.keizoku.assembly.Answers;
import org.keizoku.downgrade.DowngradeSummary;
import org.keizoku.downgrade.Downgrades;
import org.keizoku.plan.Plan;
import org.keizoku.recovery.Recoveries;
import org.keizoku.recovery.Recovery;
import org.springframework.stereotype.Component;

/** The words of reports and records, put together from the data at hand. */
@Component
class ReportText {

    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("M月d日 HH:mm").withZone(ZoneId.of(Keizoku.ZONE));
    /** Camunda keeps a string in 4,000 characters; the whole text stands in our own table. */
    private static final int LONGEST_ON_FORM = 3500;

    private final Activations activations;
    private final Answers answers;
    private final Recoveries recoveries;
    private final Downgrades downgrades;
    private final DowngradeSummary lowered;
    private final Clock clock;

    ReportText(
            Activations activations,
            Answers answers,
            Recoveries recoveries,
            Downgrades downgrades,
            DowngradeSummary lowered,
            Clock clock) {
        this.activations = activations;
        this.answers = answers;
        this.recoveries = recoveries;
        this.downgrades = downgrades;
        this.lowered = lowered;
        this.clock = clock;
    }

    /** What headquarters needs to know now. */
    String now(ActivationNumber number) {
        Activation activation = activations.get(number);
        Instant now = clock.instant();
        var tally = answers.tally(number);
        String text = "発動 %s %s\n時点: %s(発生から%s)\n要員: 呼出%d名、回答%d名、負傷%d名\nシステム:\n%s%s"
                .formatted(
                        number,
                        activation.event().told(),
                        WHEN.format(now),
                        hours(Duration.between(activation.occurredAt(), now)),
                        tally.called().size(),
                        tally.answered().size(),
                        tally.injured().size(),
                        systems(number, now),
                        downgrades(number, now));
        return number.marked(text);
    }

    /** What the after-action record says: of each system its target and what was attained, and of security what was lowered in between. */
    String attainment(ActivationNumber number) {
        Activation activation = activations.get(number);
        Plan plan = activations.planOf(number);
        List<Recovery> all = recoveries.of(number);
        String lines = all.stream()
                .map(recovery -> "- %s: 目標 %s以内、実績 %s → %s(%s)"
                        .formatted(
                                plan.system(recovery.system()).name(),
                                hours(Duration.between(activation.occurredAt(), recovery.rtoDueAt())),
                                recovery.isRestored()
                                        ? hours(Duration.between(activation.occurredAt(), recovery.restoredAt()))
                                        : "未復旧",
                                recovery.verdict(clock.instant()).label(),
                                recovery.stateInWords()))
                .collect(Collectors.joining("\n"));
        List<String> matters = lowered.of(number);
        return number.marked("発動 %s %s\n目標復旧時間の達成状況:\n%s\nセキュリティの一時引下げなど:\n%s"
                .formatted(
                        number,
                        activation.event().told(),
                        lines.isEmpty() ? "- 復旧の対象となったシステムなし" : lines,
                        matters.isEmpty() ? "- なし" : String.join("\n", matters)));
    }

    /** What the plan wants to be reported besides, for whoever signs to add; empty where it names nothing. */
    String toAdd(ActivationNumber number) {
        List<String> items = activations.planOf(number).reporting().items();
        return items.isEmpty() ? "" : "\n\n補足に書く事項:\n- " + String.join("\n- ", items);
    }

    /** What fits on a form; the situation page shows the rest. */
    static String onForm(String text) {
        return text.length() <= LONGEST_ON_FORM ? text : text.substring(0, LONGEST_ON_FORM) + "\n…(全文は状況ページ)";
    }

    private String systems(ActivationNumber number, Instant now) {
        Plan plan = activations.planOf(number);
        String lines = recoveries.of(number).stream()
                .map(recovery -> "- %s: %s、期限%s%s%s"
                        .formatted(
                                plan.system(recovery.system()).name(),
                                recovery.stateInWords(),
                                WHEN.format(recovery.rtoDueAt()),
                                recovery.estimatedAt() == null || !recovery.isRunning()
                                        ? ""
                                        : "、見込み" + WHEN.format(recovery.estimatedAt()),
                                recovery.verdict(now).isLate() ? "、期限超過" : ""))
                .collect(Collectors.joining("\n"));
        return lines.isEmpty() ? "- 被害を調査中" : lines;
    }

    /** Security that stands lowered, on every report while it does; nothing where none is. */
    private String downgrades(ActivationNumber number, Instant now) {
        String lines = downgrades.of(number).stream()
                .filter(downgrade -> downgrade.isLowered() || downgrade.awaitsApprovalAfterTheFact())
                .map(downgrade -> "- %s: %s、期限%s%s"
                        .formatted(
                                downgrade.title(),
                                downgrade.stateInWords(),
                                WHEN.format(downgrade.until()),
                                downgrade.isOverdue(now) ? "、期限超過" : ""))
                .collect(Collectors.joining("\n"));
        return lines.isEmpty() ? "" : "\nセキュリティの一時引下げ:\n" + lines;
    }

    private static String hours(Duration duration) {
        return "%d時間%02d分".formatted(duration.toHours(), duration.toMinutesPart());
    }
}
