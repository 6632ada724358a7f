package org.keizoku.notice;

import java.util.Optional;
import java.util.Set;
import org.keizoku.people.contact.Contact;
import org.keizoku.plan.PersonId;

/** Who may be told anything in a drill: the allow-list of the settings. */
final class DrillRecipients {

    static final String EVERYBODY = "*";

    private final Set<String> allowed;

    /** @param allowed ids of persons, numbers, mail addresses, or {@link #EVERYBODY} for whoever the plan has */
    DrillRecipients(Set<String> allowed) {
        this.allowed = Set.copyOf(allowed);
    }

    /** The way to the person, where the list has the person or this address of theirs. */
    Optional<Admitted> admit(PersonId person, Contact way) {
        boolean listed =
                allowed.contains(EVERYBODY) || allowed.contains(person.value()) || allowed.contains(way.address());
        return listed ? Optional.of(new Admitted(way.address())) : Optional.empty();
    }

    /** An address that a drill may use; only the list makes one. */
    static final class Admitted {

        private final String address;

        private Admitted(String address) {
            this.address = address;
        }

        String address() {
            return address;
        }

        @Override
        public String toString() {
            return "Admitted[***]";
        }
    }
}
