package org.keizoku.audit.erasure;

import java.util.List;
import java.util.Optional;

/**
 * What is to be erased, and at whose request.
 *
 * @param texts that are to stand nowhere any more
 * @param entries whose values go, with what was typed there
 * @param typedBy the person whose typed words go
 * @param contacts the persons whose own addresses go
 * @param outsideContacts the vendors and organisations whose contact points go
 * @param evidence the files whose content goes
 * @param by the person who erases
 */
record Demand(
        List<String> texts,
        List<Long> entries,
        Optional<String> typedBy,
        List<String> contacts,
        List<String> outsideContacts,
        List<Long> evidence,
        String by,
        String reason) {

    boolean isEmpty() {
        return texts.isEmpty()
                && entries.isEmpty()
                && typedBy.isEmpty()
                && contacts.isEmpty()
                && outsideContacts.isEmpty()
                && evidence.isEmpty();
    }
}
