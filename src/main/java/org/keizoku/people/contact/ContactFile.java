package org.keizoku.people.contact;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.keizoku.plan.PersonId;

/** A CSV file of contacts, {@code person,channel,address}: all of its lines are good, or none is taken. */
final class ContactFile {

    private static final String HEADER = "person,channel,address";

    private final Path path;
    private final Predicate<PersonId> known;
    private final List<Line> lines = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();
    private final Map<String, Integer> positions = new HashMap<>();

    private ContactFile(Path path, Predicate<PersonId> known) {
        this.path = path;
        this.known = known;
    }

    /** Reads the file; what it complains about names file and line, never the address. */
    static List<Line> read(Path path, Predicate<PersonId> known) {
        try {
            var file = new ContactFile(path, known);
            file.readAll(Files.readAllLines(path, StandardCharsets.UTF_8));
            return file.lines;
        } catch (IOException unreadable) {
            throw new BadContacts("%s cannot be read as UTF-8 text".formatted(path), unreadable);
        }
    }

    private void readAll(List<String> text) {
        if (text.isEmpty() || !text.get(0).replace("\uFEFF", "").trim().equals(HEADER)) {
            throw bad(1, "the header must be " + HEADER);
        }
        for (int n = 2; n <= text.size(); n++) {
            String line = text.get(n - 1).trim();
            if (!line.isEmpty() && !line.startsWith("#")) {
                lines.add(line(n, line.split(",", -1)));
            }
        }
    }

    private Line line(int n, String[] cells) {
        if (cells.length != 3) {
            throw bad(n, "it has %d cells instead of 3".formatted(cells.length));
        }
        PersonId person = person(n, cells[0].trim());
        ContactChannel channel = channel(n, cells[1].trim());
        String address = cells[2].trim();
        if (!channel.accepts(address)) {
            throw bad(n, "the address is not " + channel.shapeInWords());
        }
        if (!seen.add(person + "," + channel + "," + address)) {
            throw bad(n, "the same contact stands further up already");
        }
        int position = positions.merge(person + "," + channel, 1, Integer::sum) - 1;
        return new Line(person, new Contact(channel, address, position));
    }

    private PersonId person(int n, String cell) {
        PersonId person;
        try {
            person = new PersonId(cell);
        } catch (IllegalArgumentException notAnId) {
            throw bad(n, "the first cell is not a person id");
        }
        if (!known.test(person)) {
            throw bad(n, "the plan has no person " + person);
        }
        return person;
    }

    private ContactChannel channel(int n, String cell) {
        try {
            return ContactChannel.valueOf(cell);
        } catch (IllegalArgumentException unknown) {
            throw bad(n, "the channel must be SMS or MAIL");
        }
    }

    private BadContacts bad(int n, String reason) {
        return new BadContacts("%s line %d: %s".formatted(path, n, reason), null);
    }

    /** One contact of one person. */
    record Line(PersonId person, Contact contact) {}
}
