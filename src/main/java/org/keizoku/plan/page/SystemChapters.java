package org.keizoku.plan.page;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.keizoku.plan.EventType;
import org.keizoku.plan.Plan;
import org.keizoku.plan.PrioritySystem;
import org.keizoku.plan.PrioritySystem.Business;
import org.keizoku.plan.PrioritySystem.Equipment;
import org.keizoku.plan.PrioritySystem.Hosting;
import org.keizoku.plan.PrioritySystem.Target;
import org.keizoku.plan.StartClass;
import org.keizoku.plan.Structure;

/** What is driven back, and how soon. */
final class SystemChapters {

    private final Plan plan;
    private final Links links;

    SystemChapters(Plan plan, Links links) {
        this.plan = plan;
        this.links = links;
    }

    Stream<Chapter> all() {
        return Stream.of(
                new Chapter(
                        "start-classes",
                        "業務の開始時期",
                        "開始区分",
                        plan.startClasses().stream()
                                .map(SystemChapters::startClass)
                                .toList()),
                new Chapter("system-lists", "優先システムの順", "一覧", lists()),
                new Chapter(
                        "systems",
                        "優先システム",
                        "優先システム",
                        plan.systems().stream().map(this::system).toList()));
    }

    private static Entry startClass(StartClass one) {
        return new Entry(Anchor.START_CLASS.of(one.id()), one.id())
                .fact("計画のことば", one.words())
                .fact("勤務時間内", InWords.within(one.inHours()))
                .fact("勤務時間外", InWords.within(one.outOfHours()))
                .clause(one.clause());
    }

    /** One list for each structure whose systems or targets are its own; else one for every event. */
    private List<Entry> lists() {
        return plan.structures().isEmpty()
                ? List.of(list(Anchor.SYSTEM_LIST.of("all"), "すべての事象", plan, null))
                : plan.structures().stream()
                        .map(structure -> list(structure, structure.events().get(0)))
                        .toList();
    }

    private Entry list(Structure structure, EventType event) {
        return list(Anchor.SYSTEM_LIST.of(structure.id()), structure.name(), plan.underEvent(event.code()), event);
    }

    private Entry list(String anchor, String title, Plan standing, EventType event) {
        List<PrioritySystem> systems = standing.systems();
        return new Entry(anchor, title)
                .table(
                        List.of("順", "システム", "優先", "目標", "所管"),
                        IntStream.range(0, systems.size())
                                .mapToObj(n -> row(n + 1, systems.get(n), event))
                                .toList());
    }

    private List<Value> row(int place, PrioritySystem system, EventType event) {
        Target target = system.targetFor(event == null ? "" : event.code());
        return List.of(
                Value.of(String.valueOf(place)),
                links.system(system.id()),
                Value.of(system.priority()),
                new Value(InWords.span(target.rto()), null, target.example()),
                links.role(system.owner()));
    }

    private Entry system(PrioritySystem system) {
        var entry = new Entry(Anchor.SYSTEM.of(system.id()), system.name())
                .fact("優先度", priority(system))
                .list(
                        "目標",
                        system.targets().stream().map(SystemChapters::target).toList())
                .fact("所管", links.role(system.owner()))
                .fact("上位のシステム", system.parent())
                .fact("概要", system.outline())
                .fact("開始区分", links.startClass(system.startClass()))
                .list(
                        "業務",
                        system.businesses().stream()
                                .map(SystemChapters::business)
                                .toList())
                .line("先に要るシステム", system.dependsOn().stream().map(links::system).toList())
                .fact("代替手段", system.substitute())
                .fact("保守事業者", links.vendor(system.vendor()))
                .fact("形態", hosting(system.hosting()))
                .fact("設置場所", system.place())
                .line(
                        "文書",
                        plan.documentsOn(system.id()).stream()
                                .map(document -> Value.of(document.called()))
                                .toList())
                .list("疎通の確認先", system.checks().stream().map(Value::of).toList());
        equipment(entry, system.equipment());
        return entry.clause(system.clause());
    }

    private static String priority(PrioritySystem system) {
        return system.priorityReason() == null
                ? system.priority()
                : "%s(%s)".formatted(system.priority(), system.priorityReason());
    }

    private static Value target(Target target) {
        String event = target.event() == null ? "" : target.event().label() + ": ";
        String share = target.share() == null ? "" : "(通常の%s)".formatted(InWords.share(target.share()));
        return new Value(
                "%s%s %s%s".formatted(event, InWords.within(target.rto()), target.rlo(), share),
                null,
                target.example());
    }

    private static Value business(Business business) {
        String without =
                business.withoutSystem() == null ? "" : "、システムなしで%s".formatted(InWords.span(business.withoutSystem()));
        String means = business.means() == null ? "" : "(%s)".formatted(business.means());
        return Value.of("%s: 目標%s%s%s".formatted(business.name(), InWords.within(business.rto()), without, means));
    }

    private static String hosting(Hosting hosting) {
        if (hosting == null) {
            return null;
        }
        return switch (hosting) {
            case ON_PREMISES -> "庁舎内";
            case DATACENTER -> "データセンター";
            case SAAS -> "クラウドサービス(SaaS)";
        };
    }

    private static void equipment(Entry entry, Equipment equipment) {
        if (equipment != null) {
            entry.fact("機種", equipment.model())
                    .fact("OS", equipment.os())
                    .fact("機器の保守", equipment.hardwareMaintainer())
                    .fact("バックアップ", equipment.backup())
                    .fact("予備機", equipment.spare())
                    .fact("耐震", equipment.seismic())
                    .fact("無停電電源", equipment.ups())
                    .fact("遠隔地バックアップ", equipment.remoteBackup());
        }
    }
}
