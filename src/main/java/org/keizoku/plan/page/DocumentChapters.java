package org.keizoku.plan.page;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.keizoku.plan.Distribution;
import org.keizoku.plan.Plan;
import org.keizoku.plan.PlanDocument;
import org.keizoku.plan.Revision;

/** The documents of the plan: which there are, when one looks into them, how they are handed out and how they change. */
final class DocumentChapters {

    private final Plan plan;
    private final Links links;

    DocumentChapters(Plan plan, Links links) {
        this.plan = plan;
        this.links = links;
    }

    Stream<Chapter> all() {
        return Stream.concat(inEmergency(), throughTheYear());
    }

    Stream<Chapter> inEmergency() {
        return Stream.of(
                new Chapter("documents", "文書", "文書", documents()),
                new Chapter("references", "手順ごとの参照文書", "参照文書", references()));
    }

    private Stream<Chapter> throughTheYear() {
        return Stream.of(
                new Chapter("distribution", "計画の配布", "配布", distribution(plan.distribution())),
                new Chapter("revision", "計画の改訂", "改訂", List.of(revision(plan.revision()))));
    }

    private List<Entry> documents() {
        return Anchor.DOCUMENT.numbered(plan.documents(), this::document);
    }

    private Entry document(String anchor, PlanDocument document) {
        return new Entry(anchor, document.title(), document.example())
                .fact("文書番号", document.number())
                .fact("種別", kind(document.kind()))
                .fact("版", document.version())
                .fact(
                        "更新日",
                        document.updated() == null ? null : document.updated().toString())
                .fact("改訂の主な内容", document.changes())
                .fact("保管", links.role(document.keeper()))
                .list("写しの場所", document.copies().stream().map(Value::of).toList())
                .fact("自宅で写しを保管", links.role(document.homeCopiesOf()))
                .line("対象のシステム", document.systems().stream().map(links::system).toList())
                .line("閲覧できる役割", document.readers().stream().map(links::role).toList())
                .clause(document.clause());
    }

    private static String kind(PlanDocument.Kind kind) {
        if (kind == null) {
            return null;
        }
        return switch (kind) {
            case MANUAL -> "手順書・マニュアル";
            case DESIGN -> "設計書等";
        };
    }

    private List<Entry> references() {
        return Anchor.REFERENCE.numbered(plan.references(), (anchor, reference) -> new Entry(
                        anchor, reference.item(), reference.example())
                .list("参照文書", reference.documents().stream().map(Value::of).toList())
                .clause(reference.clause()));
    }

    private static List<Entry> distribution(Distribution distribution) {
        List<Entry> entries = new ArrayList<>();
        if (distribution == null) {
            return entries;
        }
        entries.add(new Entry("portal", "職員への公開")
                .fact("公開する場所", distribution.portal())
                .clause(distribution.clause()));
        var booklet = distribution.booklet();
        if (booklet != null) {
            entries.add(new Entry("booklet", booklet.title())
                    .list("収める章", booklet.chapters().stream().map(Value::of).toList())
                    .text("体制、判断、参集、優先システム、事業者と、次の資料を一冊に印刷して携行する。")
                    .clause(booklet.clause()));
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
