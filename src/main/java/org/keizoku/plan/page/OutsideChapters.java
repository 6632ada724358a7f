package org.keizoku.plan.page;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.keizoku.plan.EventType;
import org.keizoku.plan.Organisation;
import org.keizoku.plan.Plan;
import org.keizoku.plan.Vendor;

/** Who helps or has to be told, outside of the roles of the plan; how each is reached stands in the encrypted table. */
final class OutsideChapters {

    private static final List<String> ANSWERS = List.of(
            "稼動率の取決め",
            "参集時間の取決め",
            "災害時の免責",
            "代替機器・場所の取決め",
            "同時に被災する地域の事務所",
            "遠隔の支援拠点",
            "自動参集の取決め",
            "代替連絡先の把握",
            "担当者への直接連絡先の把握");

    private final Plan plan;

    OutsideChapters(Plan plan) {
        this.plan = plan;
    }

    Stream<Chapter> all() {
        return Stream.of(
                new Chapter(
                        "vendors",
                        "事業者",
                        "事業者",
                        plan.vendors().stream().map(OutsideChapters::vendor).toList()),
                new Chapter(
                        "organisations",
                        "関係部局・関係機関",
                        "関係機関",
                        plan.organisations().stream()
                                .map(OutsideChapters::organisation)
                                .toList()));
    }

    private static Entry organisation(Organisation one) {
        return new Entry(Anchor.ORGANISATION.of(one.id()), one.name(), one.example())
                .fact("役割", one.part())
                .line(
                        "事象",
                        one.events().stream()
                                .map(EventType::label)
                                .map(Value::of)
                                .toList())
                .order("連絡の順", one.contacts().stream().map(Value::of).toList())
                .clause(one.clause());
    }

    private static Entry vendor(Vendor vendor) {
        return new Entry(Anchor.VENDOR.of(vendor.id()), vendor.name())
                .fact("契約", kind(vendor.kind()))
                .fact("受け持ち", vendor.serves())
                .order("連絡の順", vendor.contacts().stream().map(Value::of).toList())
                .fact("到着", InWords.within(vendor.arrivesWithin()))
                .fact("自動参集", vendor.assembles())
                .order("様式2の回答", answers(vendor.answers()))
                .clause(vendor.clause());
    }

    private static String kind(Vendor.Kind kind) {
        return switch (kind) {
            case OPERATION -> "運用";
            case MAINTENANCE -> "保守";
            case OTHER -> "その他";
        };
    }

    private static List<Value> answers(List<String> answers) {
        return IntStream.range(0, answers.size())
                .mapToObj(n -> Value.of(
                        n < ANSWERS.size() ? "%s: %s".formatted(ANSWERS.get(n), answers.get(n)) : answers.get(n)))
                .toList();
    }
}
