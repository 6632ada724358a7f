package org.keizoku.people.contact;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.keizoku.plan.Plan;

/** A CSV file of the contact points of vendors and organisations: all of its lines are good, or none is taken. */
final class OutsideFile {

    /** What stands in each column, by its name in the file. */
    private static final List<String> HEADER = Stream.concat(
                    Stream.of("kind", "id", "point"),
                    Arrays.stream(OutsideField.values()).map(OutsideField::csv))
            .toList();

    private static final List<String> COLUMNS = Stream.concat(
                    Stream.of(OutsideReading.KIND, OutsideReading.ID, OutsideReading.POINT),
                    Arrays.stream(OutsideField.values()).map(OutsideField::heading))
            .toList();

    private OutsideFile() {}

    /** Reads the file; what it complains about names file, line and column, never the number or address. */
    static List<OutsideContact> read(Path path, Plan plan) {
        try {
            return read(path, Files.readAllLines(path, StandardCharsets.UTF_8), plan);
        } catch (IOException unreadable) {
            throw new BadContacts("%s cannot be read as UTF-8 text".formatted(path), unreadable);
        }
    }

    private static List<OutsideContact> read(Path path, List<String> text, Plan plan) {
        if (text.isEmpty() || !cells(text.get(0).replace("\uFEFF", "").trim()).equals(HEADER)) {
            throw new BadContacts("%s line 1: the header must be %s".formatted(path, String.join(",", HEADER)), null);
        }
        var reading = new OutsideReading(plan);
        for (int n = 1; n < text.size(); n++) {
            String line = text.get(n).trim();
            if (!line.isEmpty() && !line.startsWith("#")) {
                String place = "%s line %d".formatted(path, n + 1);
                Map<String, String> cells = named(place, cells(line));
                reading.row(column -> cells.getOrDefault(column, ""), (column, problem, remedy) -> {
                    throw new BadContacts("%s: %s: %s".formatted(place, column, problem), null);
                });
            }
        }
        return reading.contacts();
    }

    private static Map<String, String> named(String place, List<String> cells) {
        if (cells.size() != COLUMNS.size()) {
            throw new BadContacts(
                    "%s: it has %d cells instead of %d".formatted(place, cells.size(), COLUMNS.size()), null);
        }
        Map<String, String> named = new HashMap<>();
        for (int n = 0; n < cells.size(); n++) {
            named.put(COLUMNS.get(n), cells.get(n));
        }
        return named;
    }

    /** The cells of a line; within quotation marks a comma is a comma, and two marks are one. */
    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        var cell = new StringBuilder();
        boolean quoted = false;
        for (int n = 0; n < line.length(); n++) {
            char c = line.charAt(n);
            if (c == '"' && quoted && n + 1 < line.length() && line.charAt(n + 1) == '"') {
                cell.append('"');
                n++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString().trim());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString().trim());
        return cells;
    }
}
