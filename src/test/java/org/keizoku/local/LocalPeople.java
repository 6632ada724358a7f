package org.keizoku.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.keizoku.plan.Person;
import org.keizoku.plan.Plan;
import org.keizoku.plan.Role;

/** The sample city's invented people: who they are in the plan, and at which invented numbers and addresses they are reached. */
record LocalPeople(Plan plan) {

    static final Path CONTACTS = contacts();

    private static Path contacts() {
        try {
            return Path.of(LocalPeople.class.getResource("/local/contacts.csv").toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** One line for each person who can log in: id, name and part. */
    List<String> lines() {
        return plan.people().stream()
                .map(person -> "%-13s%s %s".formatted(person.id(), wide(person.name(), 16), part(person)))
                .toList();
    }

    /** The name behind each number and address. */
    Map<String, String> namesByAddress() {
        try (var lines = Files.lines(CONTACTS)) {
            return lines.skip(1)
                    .map(line -> line.split(","))
                    .collect(Collectors.toMap(contact -> contact[2], contact -> plan.findPerson(contact[0])
                            .map(person -> person.name() + "(" + contact[0] + ")")
                            .orElse(contact[0])));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private String part(Person person) {
        String parts = plan.roles().stream()
                .flatMap(role -> role.ranks().stream())
                .filter(rank -> rank.persons().contains(person.id()))
                .map(Role.Rank::capacity)
                .collect(Collectors.joining("、"));
        return parts.isEmpty() ? person.post() : parts;
    }

    /** Padded to this many columns of a terminal, where a Japanese character takes two. */
    private static String wide(String text, int columns) {
        int taken = text.chars().map(c -> c < 0x7f ? 1 : 2).sum();
        return text + " ".repeat(Math.max(1, columns - taken));
    }
}
