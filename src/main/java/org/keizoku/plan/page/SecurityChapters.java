package org.keizoku.plan.page;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.keizoku.plan.Decision;
import org.keizoku.plan.Plan;
import org.keizoku.plan.RoleId;
import org.keizoku.plan.Security.Limit;
import org.keizoku.plan.SecurityStandard;
import org.keizoku.plan.SecurityStandard.Approval;
import org.keizoku.plan.SecurityStandard.Level;
import org.keizoku.plan.SecurityStandard.Office;
import org.keizoku.plan.SecurityStandard.Separation;
import org.keizoku.plan.SecurityStandards;

/** The security standard behind the plan: its offices with the roles that fill them, and what it asks. */
final class SecurityChapters {

    private final Plan plan;
    private final Links links;

    SecurityChapters(Plan plan, Links links) {
        this.plan = plan;
        this.links = links;
    }

    Stream<Chapter> all() {
        return plan.security() == null
                ? Stream.empty()
                : SecurityStandards.find(plan.security().standard()).stream().flatMap(this::chapters);
    }

    private Stream<Chapter> chapters(SecurityStandard standard) {
        return Stream.of(
                new Chapter(
                        "security",
                        "情報セキュリティの職(%s)".formatted(standard.title()),
                        "情報セキュリティの職",
                        standard.offices().stream()
                                .map(office -> office(office, standard))
                                .toList()),
                new Chapter("security-rules", "情報セキュリティの決まり", "情報セキュリティ", rules(standard)),
                new Chapter(
                        "security-limits",
                        "対応中に申請できるセキュリティの一時引下げなど",
                        "一時引下げ",
                        plan.security().limits().stream().map(this::limit).toList()));
    }

    private Entry limit(Limit limit) {
        return new Entry(Anchor.LIMIT.of(limit.matter().code()), limit.matter().label(), limit.example())
                .fact("最長", InWords.span(limit.longest()))
                .fact("承認する役割", links.role(approver(limit)))
                .clause(limit.clause());
    }

    /** As a request goes: by the plan's or the standard's word on the matter, else by the plan's decision. */
    private RoleId approver(Limit limit) {
        return plan.security()
                .approver(limit.matter())
                .or(() -> plan.decisions().stream()
                        .filter(decision -> decision.id().equals("approve-downgrade"))
                        .map(Decision::role)
                        .findFirst())
                .orElse(null);
    }

    private Entry office(Office office, SecurityStandard standard) {
        return new Entry(Anchor.OFFICE.of(office.id()), office.name())
                .fact("この計画の役割", links.role(plan.security().offices().get(office.id())))
                .fact("基準の定め", office.heldBy())
                .fact("代理", name(office.deputy(), standard))
                .list("任務", office.duties().stream().map(Value::of).toList())
                .clause(office.clause());
    }

    private static List<Entry> rules(SecurityStandard standard) {
        List<Entry> entries = new ArrayList<>();
        standard.levels().stream().map(SecurityChapters::level).forEach(entries::add);
        standard.approvals().stream()
                .map(approval -> approval(approval, standard))
                .forEach(entries::add);
        for (Separation separation : standard.separations()) {
            entries.add(new Entry(Anchor.SEPARATION.of(entries.size()), "兼ねられない二つの立場")
                    .text(separation.rule())
                    .list(
                            "立場",
                            Stream.of(separation.one(), separation.other())
                                    .map(Value::of)
                                    .toList())
                    .clause(separation.clause()));
        }
        standard.sheets().stream()
                .map(sheet -> SheetChapters.sheet(Anchor.STANDARD_SHEET, sheet))
                .forEach(entries::add);
        return entries;
    }

    private static Entry level(Level level) {
        return new Entry(Anchor.LEVEL.of(level.level()), "情報の重要度%d".formatted(level.level()))
                .list("定義", level.definition().stream().map(Value::of).toList())
                .list("扱い", level.handling().stream().map(Value::of).toList())
                .clause(level.clause());
    }

    private static Entry approval(Approval approval, SecurityStandard standard) {
        return new Entry(Anchor.APPROVAL.of(approval.id()), approval.matter())
                .line(
                        "情報の重要度",
                        approval.levels().stream()
                                .map(level -> Value.of(String.valueOf(level)))
                                .toList())
                .fact("承認する職", name(approval.approver(), standard))
                .clause(approval.clause());
    }

    private static Value name(String office, SecurityStandard standard) {
        return office == null
                ? null
                : standard.office(office)
                        .map(known -> Value.link(known.name(), Anchor.OFFICE.of(office)))
                        .orElse(Value.of(office));
    }
}
