package org.keizoku.people.contact;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.keizoku.people.contact.ContactFile.Line;
import org.keizoku.plan.Person;
import org.keizoku.plan.Plan;

/**
 * What an import makes of one contact, for the person who has to confirm it; addresses are masked, for a screen has onlookers.
 *
 * @param kind 追加, 変更 or 削除
 * @param person the name, or the id of a person whom the plan no longer has
 * @param contact the channel and its place in the order, for example SMS 1
 */
public record ContactChange(String kind, String person, String contact, String before, String after) {

    static List<ContactChange> between(List<Line> before, List<Line> after, Plan plan) {
        Map<String, Line> old = byPlace(before);
        Map<String, Line> wanted = byPlace(after);
        List<ContactChange> changes = new ArrayList<>();
        wanted.forEach((place, line) -> {
            Line was = old.get(place);
            if (was == null) {
                changes.add(of("追加", line, "", Masked.of(line.contact()), plan));
            } else if (!was.equals(line)) {
                changes.add(of("変更", line, Masked.of(was.contact()), Masked.of(line.contact()), plan));
            }
        });
        old.forEach((place, line) -> {
            if (!wanted.containsKey(place)) {
                changes.add(of("削除", line, Masked.of(line.contact()), "", plan));
            }
        });
        return changes;
    }

    private static ContactChange of(String kind, Line line, String before, String after, Plan plan) {
        String id = line.person().value();
        return new ContactChange(
                kind,
                plan.findPerson(id).map(Person::name).orElse(id),
                "%s %d"
                        .formatted(
                                line.contact().channel().label(), line.contact().position() + 1),
                before,
                after);
    }

    private static Map<String, Line> byPlace(List<Line> lines) {
        return lines.stream()
                .collect(Collectors.toMap(
                        line -> "%s %s %06d"
                                .formatted(
                                        line.person(),
                                        line.contact().channel(),
                                        line.contact().position()),
                        Function.identity(),
                        (one, other) -> one,
                        TreeMap::new));
    }
}
