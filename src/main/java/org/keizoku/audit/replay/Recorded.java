package org.keizoku.audit.replay;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An entry of the ledger as the replay needs it, without its values.
 *
 * @param capacity null where it is plain
 * @param told a person stands in it as {@code {person-id}}
 * @param task the id of the user task that it tells of, null where it tells of none
 */
record Recorded(long id, Instant at, String actor, String capacity, String kind, String told, String task) {

    private static final Pattern PERSON = Pattern.compile("\\{([a-z][a-z0-9-]{0,40})}");

    /** Who has the task from this entry on, where it tells that. */
    Optional<Change> holding() {
        if (task == null) {
            return Optional.empty();
        }
        return switch (kind) {
            case "task-claimed" -> Optional.of(new Change.Held(at, task, actor));
            case "task-given-back" -> Optional.of(new Change.Held(at, task, null));
            // The sentence ends with whom the task was handed to.
            case "task-handed-over" -> Optional.of(new Change.Held(at, task, lastPerson()));
            default -> Optional.empty();
        };
    }

    private String lastPerson() {
        List<String> persons = new ArrayList<>();
        var found = PERSON.matcher(told);
        while (found.find()) {
            persons.add(found.group(1));
        }
        return persons.get(persons.size() - 1);
    }
}
