package org.keizoku.people.contact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keizoku.plan.Plan;
import org.keizoku.plan.PrioritySystem;
import org.keizoku.platform.workbook.CellProblem;
import org.keizoku.platform.workbook.SheetLayout;
import org.keizoku.platform.workbook.Table;

/** 様式9 別紙2: how each vendor and each organisation of the plan is reached, one contact point a row, in the order in which they are tried. */
final class OutsideSheet {

    static final String NAME = "様式9別紙2";

    /** For the reader; it follows from the plan and is not read back. */
    private static final String SYSTEMS = "システム名";

    private OutsideSheet() {}

    /**
     * What the sheet says.
     *
     * @param problems what is wrong in it, never with a number or an address
     */
    record Read(List<CellProblem> problems, List<OutsideContact> contacts) {}

    static SheetLayout layout() {
        var kinds = Stream.of(OutsideOwner.Kind.values())
                .map(OutsideOwner.Kind::label)
                .toList();
        return new SheetLayout(
                NAME,
                Stream.concat(
                                Stream.of(
                                        new SheetLayout.Column(OutsideReading.ID, 20, List.of()),
                                        new SheetLayout.Column(OutsideReading.KIND, 12, kinds),
                                        new SheetLayout.Column(OutsideReading.NAME, 24, List.of()),
                                        new SheetLayout.Column(SYSTEMS, 30, List.of()),
                                        new SheetLayout.Column(OutsideReading.POINT, 20, List.of())),
                                Stream.of(OutsideField.values())
                                        .map(field -> new SheetLayout.Column(field.heading(), 22, List.of())))
                        .toList());
    }

    static List<String> headings() {
        return Stream.concat(
                        Stream.of(OutsideReading.ID, OutsideReading.KIND, OutsideReading.NAME, OutsideReading.POINT),
                        Arrays.stream(OutsideField.values()).map(OutsideField::heading))
                .toList();
    }

    /** A row for each contact point; an empty one for each that the plan names and nobody has filled in. */
    static List<List<String>> rows(Plan plan, List<OutsideContact> contacts) {
        return OutsideOwner.of(plan).stream()
                .flatMap(owner -> rows(plan, owner, contacts).stream())
                .toList();
    }

    static Read read(Table table, Plan plan) {
        var reading = new OutsideReading(plan);
        List<CellProblem> problems = new ArrayList<>(table.problems());
        table.rows()
                .forEach(row -> reading.row(
                        row::cell, (column, problem, remedy) -> problems.add(row.problem(column, problem, remedy))));
        return new Read(problems, reading.contacts());
    }

    private static List<List<String>> rows(Plan plan, OutsideOwner owner, List<OutsideContact> contacts) {
        List<List<String>> rows = new ArrayList<>();
        List<String> unfilled = new ArrayList<>(owner.points(plan));
        contacts.stream().filter(contact -> contact.owner().equals(owner)).forEach(contact -> {
            rows.add(row(plan, owner, contact.point(), contact));
            unfilled.remove(contact.point());
        });
        unfilled.forEach(point -> rows.add(row(plan, owner, point, null)));
        return rows;
    }

    private static List<String> row(Plan plan, OutsideOwner owner, String point, OutsideContact contact) {
        return Stream.concat(
                        Stream.of(
                                owner.id(),
                                owner.kind().label(),
                                owner.name(plan).orElse(""),
                                systems(plan, owner),
                                point),
                        Arrays.stream(OutsideField.values()).map(field -> contact == null ? "" : contact.value(field)))
                .toList();
    }

    private static String systems(Plan plan, OutsideOwner owner) {
        return owner.kind() != OutsideOwner.Kind.VENDOR
                ? ""
                : plan.systems().stream()
                        .filter(system -> owner.id().equals(system.vendor()))
                        .map(PrioritySystem::name)
                        .collect(Collectors.joining("、"));
    }
}
