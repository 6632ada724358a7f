package org.keizoku.assembly;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keizoku.activation.ActivationNumber;
import org.keizoku.engine.Actor;
import org.keizoku.engine.Fact;
import org.keizoku.notice.NoticeOrder;
import org.keizoku.notice.Notices;
import org.keizoku.notice.SignedLinks;
import org.keizoku.notice.Urgency;
import org.keizoku.plan.PersonId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Calls people together, and calls again whoever has said nothing; doing either twice does it once. */
@Service
public class CallingOut {

    /** The step of the notices that call people. */
    public static final String STEP = "call-out";

    /** What an answer link is for. */
    static final String PURPOSE = "answer";

    private final CallOuts callOuts;
    private final Answers answers;
    private final SignedLinks links;
    private final Notices notices;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    CallingOut(
            CallOuts callOuts,
            Answers answers,
            SignedLinks links,
            Notices notices,
            Clock clock,
            ApplicationEventPublisher events) {
        this.callOuts = callOuts;
        this.answers = answers;
        this.links = links;
        this.notices = notices;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Calls everybody who has not been called in this activation yet, and returns how many that were.
     *
     * @param attendance what they are asked to do besides saying how they are
     * @param text what they read; {@code {link}} stands for their answer page, at the end where it is missing
     * @param linksExpire until when they can answer
     */
    @Transactional
    public int call(
            ActivationNumber activation,
            List<PersonId> persons,
            Attendance attendance,
            String subject,
            String text,
            Instant linksExpire) {
        String withLink = text.contains("{link}") ? text : text + "\n{link}";
        List<PersonId> fresh = persons.stream()
                .distinct()
                .filter(person -> callOuts.find(activation, person).isEmpty())
                .toList();
        for (PersonId person : fresh) {
            var link = links.issue(activation, person, PURPOSE, linksExpire);
            var callOut = new CallOut(activation, person, attendance, clock.instant(), link, subject, withLink);
            callOuts.add(callOut);
            notices.plan(order(callOut, 0, subject, withLink));
        }
        if (!fresh.isEmpty()) {
            tell(activation, "called-out", "職員%d人を呼び出しました(%s)。".formatted(fresh.size(), attendance.label()));
        }
        return fresh.size();
    }

    /** Calls the silent again, and nobody else; returns how many that were. */
    @Transactional
    public int remind(ActivationNumber activation, int round) {
        List<PersonId> silent = answers.tally(activation).silent();
        int reminded = 0;
        for (CallOut callOut : callOuts.of(activation)) {
            if (silent.contains(callOut.person())) {
                String again = "再送%d:".formatted(round);
                reminded += notices.plan(order(callOut, round, again + callOut.subject(), again + callOut.text())) > 0
                        ? 1
                        : 0;
            }
        }
        if (reminded > 0) {
            tell(activation, "called-again", "回答のない職員%d人に、もう一度呼びかけました(%d回目)。".formatted(reminded, round));
        }
        return reminded;
    }

    private NoticeOrder order(CallOut callOut, int round, String subject, String text) {
        return new NoticeOrder(
                callOut.activation(),
                STEP,
                round,
                callOut.person(),
                Urgency.ASSEMBLY,
                subject,
                text,
                Optional.of(callOut.link()));
    }

    private void tell(ActivationNumber activation, String kind, String told) {
        events.publishEvent(new Fact(activation.value(), clock.instant(), Actor.SYSTEM, null, kind, told, Map.of()));
    }
}
