package org.keizoku.plan.page;

import java.util.List;
import java.util.stream.Stream;
import org.keizoku.plan.AuditProgramme;
import org.keizoku.plan.Plan;
import org.keizoku.plan.RecordRetention;

/** The security audit, and how long the record is kept. */
final class AuditChapters {

    private final Plan plan;
    private final Links links;

    AuditChapters(Plan plan, Links links) {
        this.plan = plan;
        this.links = links;
    }

    Stream<Chapter> all() {
        return Stream.of(
                new Chapter(
                        "audit", "セキュリティ監査", "監査", plan.audit() == null ? List.of() : List.of(programme(plan.audit()))),
                new Chapter(
                        "retention",
                        "記録の保存",
                        "記録の保存",
                        plan.retention() == null ? List.of() : List.of(retention(plan.retention()))));
    }

    private Entry programme(AuditProgramme audit) {
        return new Entry("audit-programme", "監査の進め方", audit.example())
                .fact("いつ", InWords.every(audit.every()))
                .fact("実施を決め、報告を受けて評価する", links.role(audit.commissionedBy()))
                .fact("監査計画書・監査報告書・改善計画書を作る", links.role(audit.lead()))
                .fact("監査し、改善を確認する", links.role(audit.auditors()))
                .line("監査を受ける", audit.audited().stream().map(links::role).toList())
                .fact("監査計画書", InWords.within(audit.planWithin()))
                .fact("監査報告書", "監査から" + InWords.within(audit.reportWithin()))
                .fact("評価", "報告から" + InWords.within(audit.evaluateWithin()))
                .fact("改善計画書", "評価から" + InWords.within(audit.improvementPlanWithin()))
                .fact("期限の前に担当者へ", InWords.before(audit.remindBefore()))
                .fact("期限を過ぎたら", InWords.span(audit.remindEvery()) + "ごとに、終わるまで知らせる")
                .clause(audit.clause());
    }

    private static Entry retention(RecordRetention retention) {
        return new Entry("record-retention", "記録の保存期間", retention.example())
                .fact("記録台帳と対応の記録", InWords.length(retention.records()) + "以上")
                .clause(retention.clause());
    }
}
