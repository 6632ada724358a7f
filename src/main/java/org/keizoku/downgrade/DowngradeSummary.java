package org.keizoku.downgrade;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.keizoku.activation.ActivationNumber;
import org.keizoku.downgrade.Downgrade.State;
import org.keizoku.platform.JapanTime;
import org.springframework.stereotype.Component;

/** What the after-action record says of each matter: from when until when security stood lowered, who had which part, and what was kept. */
@Component
public class DowngradeSummary {

    private final DowngradeRows rows;
    private final DowngradeHands hands;
    private final EntryRegister register;
    private final Evidence evidence;
    private final Clock clock;

    DowngradeSummary(DowngradeRows rows, DowngradeHands hands, EntryRegister register, Evidence evidence, Clock clock) {
        this.rows = rows;
        this.hands = hands;
        this.register = register;
        this.evidence = evidence;
        this.clock = clock;
    }

    /** One entry of several lines for each matter, in the order in which they were asked for; persons by their ids. */
    public List<String> of(ActivationNumber activation) {
        return rows.of(activation).stream().map(this::entry).toList();
    }

    private String entry(Downgrade downgrade) {
        List<String> course = new ArrayList<>();
        course.add("申請 " + JapanTime.plain(downgrade.requestedAt()));
        if (downgrade.decision() != null) {
            course.add("%s%s %s(%s)"
                    .formatted(
                            downgrade.request().breakGlass() ? "事後" : "",
                            downgrade.decision().approved() ? "承認" : "不承認",
                            JapanTime.plain(downgrade.decision().at()),
                            downgrade.decision().as()));
        }
        if (downgrade.appliedAt() != null) {
            course.add("%s %s".formatted(downgrade.matter().isTemporary() ? "引下げ" : "実施", inForce(downgrade)));
        }
        if (downgrade.verifiedAt() != null) {
            course.add("復元の確認 " + JapanTime.plain(downgrade.verifiedAt()));
        }
        return "- %s(%s): %s\n  %s\n  %s\n  %s"
                .formatted(
                        downgrade.title(),
                        downgrade.request().target(),
                        downgrade.stateInWords() + punctuality(downgrade),
                        String.join("、", course),
                        persons(downgrade),
                        String.join("、", kept(downgrade)));
    }

    private static String inForce(Downgrade downgrade) {
        String until = downgrade.restoredAt() == null ? "" : JapanTime.plain(downgrade.restoredAt());
        return downgrade.matter().isTemporary()
                ? "%sから%s(期限 %s)"
                        .formatted(
                                JapanTime.plain(downgrade.appliedAt()),
                                until.isEmpty() ? "継続中" : until + "まで",
                                JapanTime.plain(downgrade.until()))
                : JapanTime.plain(downgrade.appliedAt());
    }

    /** Late is what was put back after its end, or is not yet; nothing is said of what was never lowered. */
    private String punctuality(Downgrade downgrade) {
        if (downgrade.appliedAt() == null || !downgrade.matter().isTemporary()) {
            return "";
        }
        Instant back = downgrade.restoredAt() == null ? clock.instant() : downgrade.restoredAt();
        boolean late = back.isAfter(downgrade.until());
        return late ? "、期限超過" : downgrade.restoredAt() == null ? "" : "、期限内";
    }

    private String persons(Downgrade downgrade) {
        return hands.of(downgrade.number()).hands().entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .map(hand -> "%s %s".formatted(hand.getValue().label(), hand.getKey()))
                .collect(Collectors.joining("、"));
    }

    private List<String> kept(Downgrade downgrade) {
        List<String> kept = new ArrayList<>();
        kept.add("証跡のファイル %d件".formatted(evidence.of(downgrade.number()).size()));
        switch (downgrade.matter().opens()) {
            case ACCESS -> kept.add("アクセスログの収集 " + (downgrade.state() == State.ENDED ? "済み" : "未了"));
            case ROOM ->
                kept.add("入退出表台帳 %d行".formatted(register.of(downgrade.number()).size()));
            case NOTHING -> {}
        }
        return kept;
    }
}
