package org.keizoku.approval;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.keizoku.approval.DecisionRows.Asked;
import org.keizoku.approval.DecisionRows.Row;
import org.keizoku.notice.NoticeView;
import org.keizoku.notice.Notices;
import org.keizoku.plan.PersonId;
import org.keizoku.plan.Role.Rank;
import org.springframework.stereotype.Component;

/** What the record says of the ranks above the one that decided: for how long they had been asked, by which channel, with which result. */
@Component
class HigherRanks {

    /** Why somebody on another side of the matter is not waited for. */
    static final String BARRED = "この件の申請・提案者";

    private final Notices notices;
    private final Available available;
    private final Clock clock;

    HigherRanks(Notices notices, Available available, Clock clock) {
        this.notices = notices;
        this.available = available;
        this.clock = clock;
    }

    /** The ranks and their minutes of silence; empty where the highest decided. */
    String inShort(List<Asked> above) {
        Instant now = clock.instant();
        return above.stream()
                .map(asked -> "%sは%d分応答なし"
                        .formatted(
                                asked.capacity(),
                                Duration.between(asked.at(), now).toMinutes()))
                .collect(Collectors.joining("、"));
    }

    /** One line for each rank, with what became of each notice to its persons, or why nobody waited for them. */
    String inFull(Row decision, List<Asked> above, List<Rank> ranks, String task) {
        Set<PersonId> barred = available.barred(decision.matter());
        Map<PersonId, String> absent = available.absent(decision.activation());
        List<NoticeView> sent = notices.of(decision.activation()).stream()
                .filter(notice -> notice.step().equals(AskingToDecide.step(task)))
                .toList();
        return above.stream()
                .map(asked -> inShort(List.of(asked))
                        + ranks.get(asked.position()).persons().stream()
                                .map(person -> "%s: %s".formatted(person, result(person, barred, absent, sent)))
                                .collect(Collectors.joining("、", "(", ")")))
                .collect(Collectors.joining("\n"));
    }

    private static String result(
            PersonId person, Set<PersonId> barred, Map<PersonId, String> absent, List<NoticeView> sent) {
        if (barred.contains(person)) {
            return BARRED;
        }
        String ways = sent.stream()
                .filter(notice -> notice.person().equals(person))
                .map(notice -> notice.channel()
                        .map(way -> way.label() + " " + notice.state().label())
                        .orElse("連絡先なし"))
                .collect(Collectors.joining("、"));
        return absent.containsKey(person) ? absent.get(person) + "。" + ways : ways;
    }
}
