package org.keizoku.audit;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keizoku.Keizoku;
import org.keizoku.audit.search.Blocks;
import org.keizoku.audit.search.Wanted;
import org.keizoku.plan.Person;
import org.keizoku.plan.Plan;
import org.keizoku.plan.PrioritySystem;

/**
 * What an auditor looks for over all activations or in one; what is empty or null does not narrow it.
 *
 * @param activation the number
 * @param person part of a name, or an id
 * @param system part of a priority system's name, or its id
 * @param task part of a task's name
 * @param text anywhere in an entry
 * @param from Japanese time, this moment included
 * @param until Japanese time, this minute included
 * @param details also how each notice went its way, and the moments that nobody waits for any more
 */
record Sought(
        String activation,
        String person,
        String system,
        String task,
        String text,
        LocalDateTime from,
        LocalDateTime until,
        boolean details) {

    private static final ZoneId ZONE = ZoneId.of(Keizoku.ZONE);

    Sought {
        person = person.strip();
        system = system.strip();
        task = task.strip();
        text = text.strip();
    }

    /** For the record of looks: the activation, and what narrowed it. */
    String inWords() {
        return Stream.of(activation, person, system, task, text, text(from), text(until))
                .filter(part -> part != null && !part.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private static String text(LocalDateTime moment) {
        return moment == null ? "" : moment.toString();
    }

    /** The ids of the persons meant: the ledger knows them by those alone. */
    String[] persons(Plan plan) {
        return ids(plan, person);
    }

    /** The ids of those whose names have the text in them. */
    String[] personsInText(Plan plan) {
        return ids(plan, text);
    }

    /** The systems meant, by the names under which the record tells of them and by their ids. */
    String[] systems(Plan plan) {
        return plan.systems().stream()
                .filter(known ->
                        known.name().contains(system) || known.id().value().equals(system))
                .flatMap(known -> names(known).stream())
                .toArray(String[]::new);
    }

    /** Whether somebody or some system is meant whom the plan does not know: nothing can be found then. */
    boolean isImpossible(Plan plan) {
        return !person.isEmpty() && persons(plan).length == 0 || !system.isEmpty() && systems(plan).length == 0;
    }

    /** What stands in a block of entries in which one of those meant can be. */
    Wanted wanted(Plan plan) {
        List<List<String>> words = new ArrayList<>();
        if (!person.isEmpty()) {
            words.add(Stream.of(persons(plan)).map(Blocks::person).toList());
        }
        if (!system.isEmpty()) {
            words.add(List.of(systems(plan)));
        }
        if (!task.isEmpty()) {
            words.add(List.of(task));
        }
        if (!text.isEmpty()) {
            words.add(Stream.concat(
                            Stream.of(text), Stream.of(personsInText(plan)).map(Blocks::person))
                    .toList());
        }
        return new Wanted(words, begin(), end());
    }

    Instant begin() {
        return from == null ? null : from.atZone(ZONE).toInstant();
    }

    /** The first moment that is too late. */
    Instant end() {
        return until == null ? null : until.plusMinutes(1).atZone(ZONE).toInstant();
    }

    private static List<String> names(PrioritySystem known) {
        return List.of(known.name(), known.id().value());
    }

    private static String[] ids(Plan plan, String words) {
        return words.isEmpty()
                ? new String[0]
                : plan.people().stream()
                        .filter(known -> known.name().contains(words)
                                || known.id().value().equals(words))
                        .map(Person::id)
                        .map(id -> id.value())
                        .toArray(String[]::new);
    }
}
