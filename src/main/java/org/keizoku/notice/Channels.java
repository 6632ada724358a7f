package org.keizoku.notice;

import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.keizoku.people.contact.ContactChannel;

/** The channels that are switched on here. */
final class Channels {

    private final Map<ContactChannel, Channel> open = new EnumMap<>(ContactChannel.class);

    Channels(List<Channel> channels) {
        channels.forEach(channel -> open.put(channel.kind(), channel));
    }

    boolean has(ContactChannel kind) {
        return open.containsKey(kind);
    }

    /** Whether what it took is reported on afterwards. */
    boolean report(ContactChannel kind) {
        return has(kind) && open.get(kind).reports();
    }

    Collection<Channel> all() {
        return open.values();
    }
}
