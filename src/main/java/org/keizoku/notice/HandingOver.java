package org.keizoku.notice;

import java.util.List;
import java.util.Optional;
import org.keizoku.notice.Outcome.PermanentFailure;
import org.keizoku.notice.Outcome.Unclear;
import org.keizoku.people.contact.Contact;
import org.keizoku.people.contact.Contacts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Carries one notice to its channel, outside of any transaction, and has the outcome written down. */
@Component
class HandingOver {

    private static final Logger LOG = LoggerFactory.getLogger(HandingOver.class);

    private final Contacts contacts;
    private final SignedLinks links;
    private final Outbox outbox;

    HandingOver(Contacts contacts, SignedLinks links, Outbox outbox) {
        this.contacts = contacts;
        this.links = links;
        this.outbox = outbox;
    }

    void carry(HandOver handOver, Channel channel) {
        LOG.info("notice {} attempt {}: {}", handOver.notice(), handOver.attempt(), handOver.state());
        Optional<Message> message = message(handOver);
        if (message.isEmpty()) {
            new PermanentFailure("no-contact", "the contact is gone since the notice was planned")
                    .recordOn(outbox, handOver);
        } else if (handOver.state() == NoticeState.UNKNOWN) {
            channel.trace(message.get(), outbox::knows).settleOn(outbox, handOver);
        } else {
            send(message.get(), channel).recordOn(outbox, handOver);
        }
    }

    /** What a channel did not foresee may have happened after the message left. */
    private static Outcome send(Message message, Channel channel) {
        try {
            return channel.send(message);
        } catch (RuntimeException unforeseen) {
            return new Unclear("unforeseen", unforeseen.getClass().getSimpleName());
        }
    }

    private Optional<Message> message(HandOver handOver) {
        List<Contact> ways = contacts.of(handOver.person()).stream()
                .filter(contact -> contact.channel() == handOver.channel())
                .toList();
        return ways.stream()
                .findFirst()
                .map(way -> new Message(
                        handOver.notice(), way.address(), handOver.subject(), words(handOver), handOver.messageId()));
    }

    private String words(HandOver handOver) {
        return handOver.link()
                .map(link -> handOver.text().replace("{link}", links.url(link)))
                .orElse(handOver.text());
    }
}
