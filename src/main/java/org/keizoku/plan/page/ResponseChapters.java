package org.keizoku.plan.page;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.keizoku.plan.Decision;
import org.keizoku.plan.EventType;
import org.keizoku.plan.Plan;
import org.keizoku.plan.Role;
import org.keizoku.plan.RoleId;
import org.keizoku.plan.Structure;

/** Who responds, and who decides what. */
final class ResponseChapters {

    private final Plan plan;
    private final Links links;

    ResponseChapters(Plan plan, Links links) {
        this.plan = plan;
        this.links = links;
    }

    Stream<Chapter> all() {
        return Stream.of(
                new Chapter("structures", "体制", "体制", structures()),
                new Chapter(
                        "roles",
                        "役割と代行の順",
                        "役割",
                        plan.roles().stream().map(this::role).toList()),
                new Chapter(
                        "decisions",
                        "だれが何を判断するか",
                        "判断",
                        plan.decisions().stream().map(this::decision).toList()));
    }

    private List<Entry> structures() {
        List<Entry> entries = new ArrayList<>();
        var duties = plan.duties();
        entries.add(new Entry("duties", "受け持ち")
                .fact("調査・復旧", links.role(duties.staff()))
                .fact("指揮", links.role(duties.leader()))
                .fact("判断", links.role(duties.head()))
                .fact("本部報告の宛先", links.role(duties.headquarters()))
                .fact("監査", links.role(duties.auditor()))
                .fact("このソフトの運用", links.role(duties.operator())));
        plan.structures().stream().map(this::structure).forEach(entries::add);
        return entries;
    }

    private Entry structure(Structure structure) {
        var entry = new Entry(Anchor.STRUCTURE.of(structure.id()), structure.name())
                .fact("対象の事象", structure.events().stream().map(EventType::label).collect(joining("、")));
        var changes = structure.duties();
        if (changes != null) {
            entry.fact("調査・復旧", links.role(changes.staff()))
                    .fact("指揮", links.role(changes.leader()))
                    .fact("判断", links.role(changes.head()))
                    .fact("本部報告の宛先", links.role(changes.headquarters()));
        }
        plan.decisions().stream()
                .filter(decision -> structure.decisions().containsKey(decision.id()))
                .forEach(decision -> entry.fact(
                        decision.title(), links.role(structure.decisions().get(decision.id()))));
        return entry.table(
                        List.of("から", "へ", "何を"),
                        structure.lines().stream()
                                .map(line -> List.of(
                                        links.roleOrWords(line.from()),
                                        links.roleOrWords(line.to()),
                                        Value.of(line.kind())))
                                .toList())
                .clause(structure.clause());
    }

    private Entry role(Role role) {
        var entry = new Entry(Anchor.ROLE.of(role.id()), role.name())
                .line("担当者", links.people(role.holders()))
                .order("代行の順", links.people(role.deputies()))
                .fact("上位の役割", links.role(role.above()))
                .list("任務", role.duties().stream().map(Value::of).toList());
        role.parts().forEach(part -> entry.list(partLabel(part), partDuties(part)));
        return entry.clause(
                Stream.concat(role.clause().stream(), role.parts().stream().flatMap(part -> part.clause().stream()))
                        .distinct()
                        .toList());
    }

    private String partLabel(Role.Part part) {
        return "%sでは".formatted(links.structure(part.structure()));
    }

    private static List<Value> partDuties(Role.Part part) {
        return Stream.concat(Stream.ofNullable(part.title()).map("「%s」"::formatted), part.duties().stream())
                .map(Value::of)
                .toList();
    }

    private Entry decision(Decision decision) {
        return new Entry(Anchor.DECISION.of(decision.id()), decision.title())
                .fact("判断する役割", links.role(decision.role()))
                .list("体制による違い", differing(decision))
                .fact("答えがないとき", InWords.span(decision.silence()) + "たつごとに、次の代行者も判断できる")
                .fact("代行者が判断したとき", ratification(decision))
                .fact("理由の記入", decision.reasonRequired() ? "必要" : "任意")
                .clause(decision.clause());
    }

    private static String ratification(Decision decision) {
        return decision.ratifyWithin() == null
                ? null
                : "上位者が%s以内に追認または取り消せる".formatted(InWords.span(decision.ratifyWithin()));
    }

    private List<Value> differing(Decision decision) {
        return plan.structures().stream()
                .map(structure -> differing(structure, structure.decisions().get(decision.id())))
                .filter(Objects::nonNull)
                .toList();
    }

    private Value differing(Structure structure, RoleId role) {
        return role == null
                ? null
                : Value.link(
                        "%s: %s".formatted(structure.name(), links.role(role).text()), Anchor.ROLE.of(role));
    }
}
