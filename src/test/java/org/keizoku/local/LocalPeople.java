package org.keizoku.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keizoku.plan.Person;
import org.keizoku.plan.PersonId;
import org.keizoku.plan.Plan;
import org.keizoku.plan.PlanFile;
import org.keizoku.plan.Role;
import org.springframework.core.io.ClassPathResource;

/** A plan's invented people: who they are in the plan, and at which invented numbers and addresses they are reached. */
public record LocalPeople(Plan plan) {

    /** The people of a shipped plan, or of a plan file. */
    public static LocalPeople ofPlan(String nameOrFile) {
        boolean file = nameOrFile.endsWith(".yaml") || nameOrFile.endsWith(".yml");
        try {
            String yaml = file
                    ? Files.readString(Path.of(nameOrFile))
                    : new ClassPathResource("plans/%s/plan.yaml".formatted(nameOrFile))
                            .getContentAsString(StandardCharsets.UTF_8);
            return new LocalPeople(new PlanFile(nameOrFile, yaml).read());
        } catch (IOException noPlan) {
            throw new UncheckedIOException(noPlan);
        }
    }

    /** Everybody's number and address as a contact file in this folder: first by SMS, then by mail. */
    public Path contactsIn(Path folder) {
        String lines = Stream.iterate(0, n -> n < plan.people().size(), n -> n + 1)
                .map(n -> {
                    PersonId person = plan.people().get(n).id();
                    return "%s,SMS,%s\n%s,MAIL,%s\n".formatted(person, number(n), person, address(person));
                })
                .collect(Collectors.joining("", "person,channel,address\n", ""));
        try {
            Files.createDirectories(folder);
            return Files.writeString(folder.resolve("contacts.csv"), lines);
        } catch (IOException noFolder) {
            throw new UncheckedIOException(noFolder);
        }
    }

    /** One line for each person who can log in: id, name and part. */
    List<String> lines() {
        return plan.people().stream()
                .map(person -> "%-18s%s %s".formatted(person.id(), wide(person.name(), 16), part(person)))
                .toList();
    }

    /** The name behind each number and address. */
    Map<String, String> namesByAddress() {
        Map<String, String> names = new HashMap<>();
        for (int n = 0; n < plan.people().size(); n++) {
            Person person = plan.people().get(n);
            String name = "%s(%s)".formatted(person.name(), person.id());
            names.put(number(n), name);
            names.put(address(person.id()), name);
        }
        return names;
    }

    private static String number(int n) {
        return "+8190%08d".formatted(n + 1);
    }

    private static String address(PersonId person) {
        return person + "@city.example.jp";
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
