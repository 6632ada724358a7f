package org.keizoku.notice.compose;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.keizoku.activation.ActivationNumber;
import org.keizoku.activation.Activations;
import org.keizoku.engine.Fact;
import org.keizoku.engine.Refused;
import org.keizoku.notice.NoticeOrder;
import org.keizoku.notice.Notices;
import org.keizoku.notice.Urgency;
import org.keizoku.people.contact.ContactChannel;
import org.keizoku.plan.PersonId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Looks at what a text will take, and sends it by the outbox. */
@Service
class Composing {

    /** Ten SMS in a row: what is longer belongs on a page that a short text leads to. */
    static final int LONGEST = 670;

    private final Activations activations;
    private final Notices notices;
    private final ComposeSettings settings;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Composing(
            Activations activations,
            Notices notices,
            ComposeSettings settings,
            Clock clock,
            ApplicationEventPublisher events) {
        this.activations = activations;
        this.notices = notices;
        this.settings = settings;
        this.clock = clock;
        this.events = events;
    }

    /** What it will take; a Refused, in words for its writer, where it cannot be sent. */
    Forecast forecast(Composition composition) {
        check(composition);
        List<Set<ContactChannel>> ways = composition.to().stream()
                .map(person -> notices.channels(composition.activation(), person))
                .toList();
        long bySms =
                ways.stream().filter(way -> way.contains(ContactChannel.SMS)).count();
        var length = SmsLength.of(composition.marked());
        long segments = bySms * length.segments();
        return new Forecast(
                length,
                ways.size(),
                bySms,
                ways.stream().filter(way -> way.contains(ContactChannel.MAIL)).count(),
                ways.stream().filter(Set::isEmpty).count(),
                Duration.ofSeconds((segments + settings.segmentsPerSecond() - 1) / settings.segmentsPerSecond()));
    }

    /**
     * Orders the notices; a text of several segments only where its writer agreed.
     *
     * @return how many persons get something; nobody where it was sent already
     */
    @Transactional
    public int send(Composition composition, boolean longAgreed) {
        Forecast forecast = forecast(composition);
        if (forecast.needsMoreThanOneSegment() && !longAgreed) {
            throw new Refused("この文はSMS%d通分になります。短くするか、「分割して送る」を選んでください。"
                    .formatted(forecast.length().segments()));
        }
        List<PersonId> told = composition.to().stream()
                .filter(person -> notices.plan(order(composition, person)) > 0)
                .toList();
        if (!told.isEmpty()) {
            events.publishEvent(new Fact(
                    composition.activation().value(),
                    clock.instant(),
                    composition.by().value(),
                    null,
                    "notice-composed",
                    "{%s} が%d人に連絡文を送りました。".formatted(composition.by(), told.size()),
                    Map.of(
                            "本文",
                            composition.text(),
                            "相手",
                            told.stream().map(PersonId::value).toList())));
        }
        return told.size();
    }

    private void check(Composition composition) {
        ActivationNumber number = composition.activation();
        if (activations.find(number).filter(found -> found.isOpen()).isEmpty()) {
            throw new Refused("対応中の発動「%s」はありません。".formatted(number));
        }
        if (composition.text().isBlank()) {
            throw new Refused("本文を入れてください。");
        }
        if (composition.text().length() > LONGEST) {
            throw new Refused(
                    "本文は%d字までです(今は%d字)。".formatted(LONGEST, composition.text().length()));
        }
        if (!number.isDrill() && composition.text().contains(ActivationNumber.DRILL_MARK)) {
            throw new Refused("本番の発動の連絡文に「%s」は使えません。".formatted(ActivationNumber.DRILL_MARK));
        }
        if (composition.to().isEmpty()) {
            throw new Refused("送る相手を選んでください。");
        }
    }

    private static NoticeOrder order(Composition composition, PersonId to) {
        return new NoticeOrder(
                composition.activation(),
                composition.step(),
                0,
                to,
                Urgency.INFORMATION,
                "【連絡】発動" + composition.activation(),
                composition.text(),
                Optional.empty());
    }
}
