package org.keizoku.people.contact;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.keizoku.people.contact.ContactFile.Line;
import org.keizoku.plan.Person;
import org.keizoku.plan.Plan;
import org.keizoku.platform.workbook.CellProblem;
import org.keizoku.platform.workbook.SheetLayout;
import org.keizoku.platform.workbook.Spoken;
import org.keizoku.platform.workbook.Table;

/** 様式9: how each person of the plan is reached, one contact a row, in the order in which they are tried. */
final class ContactSheet {

    static final String NAME = "様式9";

    private static final String ID = "職員ID";
    private static final String PERSON = "氏名";
    private static final String CHANNEL = "手段";
    private static final String ADDRESS = "番号・アドレス";

    private final Plan plan;
    private final List<CellProblem> problems = new ArrayList<>();
    private final List<Line> lines = new ArrayList<>();
    private final Map<String, Integer> positions = new HashMap<>();
    private final Set<String> seen = new HashSet<>();

    private ContactSheet(Plan plan) {
        this.plan = plan;
    }

    /**
     * What the sheet says.
     *
     * @param problems what is wrong in it, never with a number or an address
     */
    record Read(List<CellProblem> problems, List<Line> lines) {}

    static SheetLayout layout() {
        var channels =
                Stream.of(ContactChannel.values()).map(ContactChannel::label).toList();
        return new SheetLayout(
                NAME,
                List.of(
                        new SheetLayout.Column(ID, 20, List.of()),
                        new SheetLayout.Column(PERSON, 20, List.of()),
                        new SheetLayout.Column(CHANNEL, 12, channels),
                        new SheetLayout.Column(ADDRESS, 40, List.of())));
    }

    /** A row for each contact; an empty one where a person of the plan lacks one that they should have. */
    static List<List<String>> rows(Plan plan, List<Line> contacts) {
        return plan.people().stream()
                .flatMap(person ->
                        Stream.of(ContactChannel.values()).flatMap(channel -> rows(person, channel, contacts)))
                .toList();
    }

    /** Reads the sheet; all of its rows are good, or there are problems. */
    static Read read(Table table, Plan plan) {
        var sheet = new ContactSheet(plan);
        sheet.problems.addAll(table.problems());
        table.rows().forEach(sheet::row);
        return new Read(sheet.problems, sheet.lines);
    }

    static List<String> headings() {
        return List.of(ID, PERSON, CHANNEL, ADDRESS);
    }

    private static Stream<List<String>> rows(Person person, ContactChannel channel, List<Line> contacts) {
        var found = contacts.stream()
                .filter(line ->
                        line.person().equals(person.id()) && line.contact().channel() == channel)
                .map(line -> line.contact().address())
                .toList();
        boolean lacks = found.isEmpty() && person.channels().contains(Person.Channel.valueOf(channel.name()));
        return (lacks ? Stream.of("") : found.stream())
                .map(address -> List.of(person.id().value(), person.name(), channel.label(), address));
    }

    private void row(Table.Row row) {
        if (row.cell(ADDRESS).isEmpty()) {
            return;
        }
        Optional<Person> person = plan.findPerson(Spoken.narrow(row.cell(ID)));
        Optional<ContactChannel> channel = ContactChannel.called(row.cell(CHANNEL));
        if (person.isEmpty()) {
            problems.add(row.problem(ID, "計画にいない職員です", "計画にある職員IDを入れるか、この行を削除してください"));
        } else if (!row.cell(PERSON).isEmpty()
                && !Spoken.key(row.cell(PERSON)).equals(Spoken.key(person.get().name()))) {
            problems.add(row.problem(
                    PERSON, "職員IDの人(%s)と氏名が違います".formatted(person.get().name()), "行がずれていないか確かめてください"));
        }
        if (channel.isEmpty()) {
            problems.add(row.problem(CHANNEL, "この手段はありません", "「SMS」か「メール」にしてください"));
        }
        if (person.isPresent() && channel.isPresent()) {
            address(row, person.get(), channel.get());
        }
    }

    private void address(Table.Row row, Person person, ContactChannel channel) {
        String address = channel.plain(row.cell(ADDRESS));
        String list = person.id() + "," + channel;
        if (!channel.accepts(address)) {
            problems.add(row.problem(ADDRESS, channel.problem(address), channel.remedy()));
        } else if (!seen.add(list + "," + address)) {
            problems.add(row.problem(ADDRESS, "同じ連絡先が上の行にもあります", "どちらかの行を削除してください"));
        } else {
            int position = positions.merge(list, 1, Integer::sum) - 1;
            lines.add(new Line(person.id(), new Contact(channel, address, position)));
        }
    }
}
