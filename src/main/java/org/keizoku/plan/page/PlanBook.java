package org.keizoku.plan.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.keizoku.plan.ClauseId;
import org.keizoku.plan.Distribution;
import org.keizoku.plan.Plan;
import org.keizoku.plan.clause.Carrier;
import org.keizoku.plan.clause.Carrier.Kind;

/** A plan in chapters, for reading; chapters without an entry are left out. */
record PlanBook(List<Chapter> chapters) {

    static PlanBook of(Plan plan) {
        var links = new Links(plan);
        return of(Stream.of(
                new ResponseChapters(plan, links).all(),
                new PlaceChapters(plan, links).all(),
                new SystemChapters(plan, links).all(),
                new OutsideChapters(plan).all(),
                new YearChapters(plan, links).all(),
                new DocumentChapters(plan, links).all(),
                new SecurityChapters(plan, links).all(),
                new AuditChapters(plan, links).all(),
                new SheetChapters(plan).all()));
    }

    private static PlanBook of(Stream<Stream<Chapter>> parts) {
        return new PlanBook(parts.flatMap(chapters -> chapters)
                .filter(chapter -> !chapter.entries().isEmpty())
                .toList());
    }

    /** The part of the plan that is carried in an emergency, as {@link Distribution} says; empty where the plan has none. */
    static Optional<PlanBook> booklet(Plan plan) {
        if (plan.distribution() == null || plan.distribution().booklet() == null) {
            return Optional.empty();
        }
        var links = new Links(plan);
        var sheets = plan.sheets().stream()
                .filter(plan.distribution().booklet()::holds)
                .toList();
        return Optional.of(of(Stream.of(
                new ResponseChapters(plan, links).all(),
                new PlaceChapters(plan, links).all(),
                new SystemChapters(plan, links).all(),
                new OutsideChapters(plan).all(),
                new YearChapters(plan, links).inEmergency(),
                new DocumentChapters(plan, links).inEmergency(),
                SheetChapters.of(sheets))));
    }

    /** The entries that carry each clause. */
    Map<ClauseId, List<Carrier>> carriers() {
        Map<ClauseId, List<Carrier>> carriers = new LinkedHashMap<>();
        for (Chapter chapter : chapters) {
            for (Entry entry : chapter.entries()) {
                var carrier =
                        new Carrier(Kind.PLAN, "%s %s".formatted(chapter.called(), entry.title()), entry.anchor());
                entry.clause().forEach(id -> carriers.computeIfAbsent(id, first -> new ArrayList<>())
                        .add(carrier));
            }
        }
        return carriers;
    }
}
