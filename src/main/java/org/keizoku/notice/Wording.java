package org.keizoku.notice;

import java.util.stream.Collectors;
import org.keizoku.people.contact.Contact;
import org.keizoku.people.contact.ContactChannel;
import org.springframework.stereotype.Component;

/** The words of a message: the same ones on every attempt, by which a provider is asked for it. */
@Component
class Wording {

    private final SignedLinks links;

    Wording(SignedLinks links) {
        this.links = links;
    }

    /** As it leaves for this address, with its links in place and all that rides with it. */
    Message of(HandOver handOver, Contact way) {
        return new Message(handOver.notice(), way.address(), subject(handOver), text(handOver), handOver.messageId());
    }

    private static String subject(HandOver handOver) {
        int others = handOver.riders().size();
        return others == 0 ? handOver.subject() : "%s ほか%d件".formatted(handOver.subject(), others);
    }

    private String text(HandOver handOver) {
        if (handOver.riders().isEmpty()) {
            return words(handOver);
        }
        return handOver.channel() == ContactChannel.SMS
                ? handOver.whole().stream().map(this::words).collect(Collectors.joining("\n"))
                : handOver.whole().stream()
                        .map(one -> "■ %s\n%s".formatted(one.subject(), words(one)))
                        .collect(Collectors.joining("\n\n"));
    }

    private String words(HandOver handOver) {
        return handOver.link()
                .map(link -> handOver.text().replace("{link}", links.url(link)))
                .orElse(handOver.text());
    }
}
