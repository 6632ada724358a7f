package org.keizoku.notice;

import java.util.Optional;
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

    /** As it leaves on this side for this address; empty where the side does not admit it. With its links in place and all that rides with it. */
    <M extends Message> Optional<M> of(HandOver handOver, Contact way, Side<M> side) {
        return side.message(handOver, way, subject(handOver), text(handOver));
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
