package org.keizoku.notice;

import java.util.List;
import org.keizoku.activation.ActivationNumber;
import org.keizoku.people.contact.Contact;
import org.keizoku.people.contact.ContactChannel;
import org.keizoku.plan.PersonId;

/** The channels that are switched on here, those of drills beside those in earnest. */
final class Channels {

    private final List<Channel<?>> open;

    Channels(List<Channel<?>> open) {
        this.open = List.copyOf(open);
    }

    /** Whether a notice of this activation, null for none, can go to the person by this way. */
    boolean lead(ActivationNumber activation, PersonId to, Contact way) {
        return open.stream().filter(channel -> channel.kind() == way.channel()).anyMatch(channel -> channel.side()
                .leads(activation, to, way));
    }

    /** Whether what it took is reported on afterwards. */
    boolean report(ContactChannel kind) {
        return open.stream().anyMatch(channel -> channel.kind() == kind && channel.reports());
    }

    List<Channel<?>> all() {
        return open;
    }
}
