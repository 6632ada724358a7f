package org.keizoku.notice;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.keizoku.engine.Actor;
import org.keizoku.engine.Fact;
import org.keizoku.people.contact.Contact;
import org.keizoku.people.contact.ContactChannel;
import org.keizoku.plan.PersonId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** What the ledger says of each notice: that it was planned, what became of each attempt, and each word of the provider about it. */
@Component
class NoticeRecord {

    private final Clock clock;
    private final ApplicationEventPublisher events;

    NoticeRecord(Clock clock, ApplicationEventPublisher events) {
        this.clock = clock;
        this.events = events;
    }

    void planned(NoticeOrder order, List<Contact> ways) {
        String channels = ways.stream()
                .map(way -> way.channel().label(way.position()))
                .distinct()
                .collect(Collectors.joining("、"));
        say(
                order.activationNumber(),
                "notice-planned",
                "{%s} に「%s」を通知する(%s)".formatted(order.to(), order.subject(), channels));
    }

    void unreachable(NoticeOrder order) {
        say(
                order.activationNumber(),
                "notice-no-contact",
                "{%s} には使える連絡先がなく、「%s」を通知できません。電話などで伝えてください。".formatted(order.to(), order.subject()));
    }

    void handedOver(HandOver notice) {
        say(notice, "notice-handed-over", "%sを渡しました。");
    }

    /**
     * It could not be handed over now; the state says what follows. Said of the first attempt: a provider that is away for a night must not
     * fill the ledger, and all attempts are kept with the notice.
     */
    void postponed(HandOver notice, NoticeState state, String code) {
        if (notice.attempt() > 1) {
            return;
        }
        String next =
                switch (state) {
                    case UNKNOWN -> "渡ったかどうかを確かめます。";
                    case SKIPPED -> "もう必要がないため、試しません。";
                    default -> "もう一度試します。";
                };
        say(notice, "notice-postponed", "%sを今は渡せませんでした(" + code + ")。" + next);
    }

    void failed(HandOver notice, String code) {
        say(notice, "notice-failed", "%sを渡せませんでした(" + code + ")。別の方法で伝えてください。");
    }

    void possiblyDouble(HandOver notice) {
        say(notice, "notice-possibly-double", "%sは引渡しの途中で中断したため、もう一度送ります。二重に届く可能性があります。");
    }

    /** The provider says where the message is. */
    void reported(String activation, long notice, PersonId person, ContactChannel channel, NoticeState state) {
        say(activation, "notice-reported", "%s: %s".formatted(named(notice, person, channel), state.label()));
    }

    void undelivered(String activation, long notice, PersonId person, ContactChannel channel, String why) {
        say(
                activation,
                "notice-undelivered",
                "%sは相手に届きませんでした(%s)。".formatted(named(notice, person, channel), why == null ? "理由の報告なし" : why));
    }

    private void say(HandOver notice, String kind, String sentence) {
        say(notice.activation(), kind, sentence.formatted(named(notice.notice(), notice.person(), notice.channel())));
    }

    private static String named(long notice, PersonId person, ContactChannel channel) {
        return "通知 %d({%s}、%s)".formatted(notice, person, channel);
    }

    private void say(String activation, String kind, String told) {
        events.publishEvent(new Fact(activation, clock.instant(), Actor.SYSTEM, null, kind, told, Map.of()));
    }
}
