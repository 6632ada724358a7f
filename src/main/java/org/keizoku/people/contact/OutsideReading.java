package org.keizoku.people.contact;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.keizoku.plan.Plan;
import org.keizoku.platform.workbook.Spoken;

/** Reads contact points row by row, from a workbook or a CSV file, and says of each row what is wrong with it. */
final class OutsideReading {

    static final String KIND = "区分";
    static final String ID = "ID";
    static final String NAME = "名称";
    static final String POINT = "窓口";

    private final Plan plan;
    private final List<OutsideContact> contacts = new ArrayList<>();
    private final Map<OutsideOwner, Integer> positions = new HashMap<>();

    OutsideReading(Plan plan) {
        this.plan = plan;
    }

    /** What is wrong in a row, never with a number or an address. */
    interface Complaint {
        void about(String column, String problem, String remedy);
    }

    /**
     * Takes a row; one without any value says nothing and is passed over.
     *
     * @param cell what stands in a column, empty for nothing
     */
    void row(Function<String, String> cell, Complaint complaint) {
        Map<OutsideField, String> values = values(cell, complaint);
        if (values.isEmpty()) {
            return;
        }
        Optional<OutsideOwner.Kind> kind = OutsideOwner.Kind.called(cell.apply(KIND));
        if (kind.isEmpty()) {
            complaint.about(KIND, "この区分はありません", "「事業者」か「関係機関」にしてください");
            return;
        }
        var owner = new OutsideOwner(kind.get(), Spoken.narrow(cell.apply(ID)));
        Optional<String> name = owner.name(plan);
        if (name.isEmpty()) {
            complaint.about(ID, "計画にこの%sがありません".formatted(kind.get().label()), "計画にあるIDを入れるか、この行を削除してください");
            return;
        }
        String written = cell.apply(NAME);
        if (!written.isEmpty() && !Spoken.key(written).equals(Spoken.key(name.get()))) {
            complaint.about(NAME, "IDのもの(%s)と名称が違います".formatted(name.get()), "行がずれていないか確かめてください");
        }
        int position = positions.merge(owner, 1, Integer::sum) - 1;
        contacts.add(new OutsideContact(owner, position, point(owner, cell, complaint), values));
    }

    List<OutsideContact> contacts() {
        return contacts.stream()
                .sorted(Comparator.comparing(OutsideContact::owner).thenComparing(OutsideContact::position))
                .toList();
    }

    private Map<OutsideField, String> values(Function<String, String> cell, Complaint complaint) {
        Map<OutsideField, String> values = new EnumMap<>(OutsideField.class);
        for (OutsideField field : OutsideField.values()) {
            String plain = field.plain(cell.apply(field.heading()));
            if (!field.accepts(plain)) {
                complaint.about(field.heading(), field.problem(), field.remedy());
            } else if (!plain.isEmpty()) {
                values.put(field, plain);
            }
        }
        return values;
    }

    /** Where the plan names contact points, it is one of them, so that whoever telephones finds the order of the plan. */
    private String point(OutsideOwner owner, Function<String, String> cell, Complaint complaint) {
        String point = Spoken.trimmed(cell.apply(POINT));
        List<String> points = owner.points(plan);
        if (!points.isEmpty() && !points.contains(point)) {
            complaint.about(POINT, "計画にこの窓口がありません", "「%s」のどれかにしてください".formatted(String.join("」「", points)));
        }
        return point;
    }
}
