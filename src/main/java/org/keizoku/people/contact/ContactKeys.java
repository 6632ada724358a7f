package org.keizoku.people.contact;

import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.keizoku.platform.secrets.Secrets;
import org.springframework.stereotype.Component;

/**
 * The keys of contact data, by number: {@code contacts.key} is the first, {@code contacts-2.key} the second. One encrypts; those before it only
 * read, until nothing is encrypted with them any more and their files may be destroyed.
 */
@Component
class ContactKeys {

    private final Secrets secrets;
    private final int present;

    ContactKeys(Secrets secrets, ContactKeySettings settings) {
        this.secrets = secrets;
        this.present = settings.contactKey();
    }

    int presentNumber() {
        return present;
    }

    /** The key that encrypts; made where it is missing. */
    byte[] present() {
        return secrets.key(name(present));
    }

    /** The other keys that are there: those before, and those after, with which a node that was started anew may already encrypt. */
    Stream<byte[]> others() {
        Stream<Optional<byte[]>> before = IntStream.range(1, present).mapToObj(n -> secrets.find(name(present - n)));
        Stream<Optional<byte[]>> after = IntStream.iterate(present + 1, n -> n + 1)
                .mapToObj(n -> secrets.find(name(n)))
                .takeWhile(Optional::isPresent);
        return Stream.concat(before, after).flatMap(Optional::stream);
    }

    private static String name(int number) {
        return number == 1 ? "contacts" : "contacts-" + number;
    }
}
