package org.keizoku.plan.page;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.keizoku.plan.Plan;
import org.keizoku.plan.PlanDocument;
import org.keizoku.plan.Recurring;
import org.keizoku.plan.Revision;

/** Reports, and what keeps the plan alive through the year. */
final class YearChapters {

    private final Plan plan;
    private final Links links;

    YearChapters(Plan plan, Links links) {
        this.plan = plan;
        this.links = links;
    }

    Stream<Chapter> all() {
        return Stream.of(
                new Chapter("reports", "報告と期限", "報告と期限", reports()),
                new Chapter("trainings", "訓練", "訓練", recurring(Anchor.TRAINING, plan.trainings())),
                new Chapter("checks", "点検", "点検", recurring(Anchor.CHECK, plan.checks())),
                new Chapter("documents", "文書", "文書", documents()),
                new Chapter("revision", "計画の改訂", "改訂", List.of(revision(plan.revision()))));
    }

    private List<Entry> reports() {
        var reporting = plan.reporting();
        var recovery = plan.recovery();
        return List.of(
                new Entry("reporting", "本部報告")
                        .fact("間隔", InWords.span(reporting.every()) + "ごと")
                        .fact("署名", "報告案ができてから" + InWords.within(reporting.signWithin()))
                        .order("報告事項", reporting.items().stream().map(Value::of).toList())
                        .clause(reporting.clause()),
                new Entry("recovery", "目標復旧時間の見張り")
                        .line(
                                "警告",
                                recovery.warnAt().stream()
                                        .map(share -> Value.of(InWords.share(share) + "経過"))
                                        .toList())
                        .fact("超過したら", InWords.span(recovery.escalateEvery()) + "ごとに責任者と本部へ")
                        .fact("事業者の返答", InWords.within(recovery.vendorAnswersWithin())));
    }

    private List<Entry> recurring(Anchor anchor, List<Recurring> all) {
        return all.stream()
                .map(one -> new Entry(anchor.of(one.id()), one.name(), one.example())
                        .fact("いつ", InWords.every(one.every()))
                        .fact("だれ", links.role(one.who()))
                        .fact("何を", one.what())
                        .clause(one.clause()))
                .toList();
    }

    private List<Entry> documents() {
        List<Entry> entries = new ArrayList<>();
        for (PlanDocument document : plan.documents()) {
            entries.add(new Entry(Anchor.DOCUMENT.of(entries.size() + 1), document.title())
                    .fact("文書番号", document.number())
                    .fact("版", document.version())
                    .fact(
                            "更新日",
                            document.updated() == null
                                    ? null
                                    : document.updated().toString())
                    .fact("保管", links.role(document.keeper()))
                    .list("写しの場所", document.copies().stream().map(Value::of).toList())
                    .clause(document.clause()));
        }
        return entries;
    }

    private Entry revision(Revision revision) {
        return new Entry("approval", "承認と確認")
                .fact("計画の承認", links.role(revision.planApprovedBy()))
                .fact("手順書の承認", links.role(revision.manualApprovedBy()))
                .fact(
                        "版の付け方",
                        switch (revision.numbering()) {
                            case MANAGEMENT_REVIEW -> "小数は途中の版、整数はマネジメントレビューで承認された版";
                            case ISSUE -> "承認のたびに次の整数";
                        })
                .fact("承認の期限", InWords.within(revision.approveWithin()))
                .fact("保有者の確認", InWords.within(revision.confirmWithin()))
                .clause(revision.clause());
    }
}
