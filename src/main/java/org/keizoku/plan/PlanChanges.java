package org.keizoku.plan;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.keizoku.platform.JapanTime;

/** What another version of a plan changes, in words for the people who approve and hold it; persons stand in it by id and post. */
public final class PlanChanges {

    private static final String ISSUED = "発行日";

    private static final Map<String, Function<Plan, Object>> OTHER_PARTS = otherParts();

    private final List<String> told = new ArrayList<>();

    private PlanChanges() {}

    /** One line for each thing added, removed or changed; empty where only the writing differs. */
    public static List<String> between(Plan before, Plan after) {
        var changes = new PlanChanges();
        changes.compare("職員", before.people(), after.people(), Person::id, PlanChanges::person, changes::persons);
        changes.compare("役割", before.roles(), after.roles(), Role::id, PlanChanges::role, changes::roles);
        changes.compare(
                "優先システム", before.systems(), after.systems(), PrioritySystem::id, PlanChanges::system, changes::systems);
        changes.compare(
                "文書",
                before.documents(),
                after.documents(),
                PlanDocument::called,
                PlanDocument::called,
                changes::documents);
        OTHER_PARTS.forEach((name, part) -> {
            if (!Objects.equals(part.apply(before), part.apply(after))) {
                changes.told.add(name + "を変更");
            }
        });
        return changes.told.stream()
                .map(line -> line.replaceAll("[\\p{Cntrl}]+", " "))
                .toList();
    }

    /** Whether manuals among the documents are all that differs; the version's own name and day aside. */
    public static boolean onlyManuals(Plan before, Plan after) {
        return !before.documents().equals(after.documents())
                && others(before).equals(others(after))
                && before.id().equals(after.id())
                && before.people().equals(after.people())
                && before.roles().equals(after.roles())
                && before.systems().equals(after.systems())
                && OTHER_PARTS.entrySet().stream()
                        .filter(part -> !part.getKey().equals(ISSUED))
                        .allMatch(part -> Objects.equals(
                                part.getValue().apply(before), part.getValue().apply(after)));
    }

    private static List<PlanDocument> others(Plan plan) {
        return plan.documents().stream()
                .filter(document -> !document.isManual())
                .toList();
    }

    private <T, I> void compare(
            String what,
            List<T> former,
            List<T> next,
            Function<T, I> id,
            Function<T, String> name,
            BiConsumer<T, T> both) {
        Map<I, T> old = byId(former, id);
        Map<I, T> now = byId(next, id);
        now.forEach((key, entry) -> {
            if (!old.containsKey(key)) {
                told.add("%sを追加: %s".formatted(what, name.apply(entry)));
            }
        });
        old.forEach((key, entry) -> {
            if (!now.containsKey(key)) {
                told.add("%sを削除: %s".formatted(what, name.apply(entry)));
            } else if (!entry.equals(now.get(key))) {
                int known = told.size();
                both.accept(entry, now.get(key));
                if (told.size() == known) {
                    told.add("%sの記載を変更: %s".formatted(what, name.apply(entry)));
                }
            }
        });
    }

    private void persons(Person old, Person now) {
        if (!old.name().equals(now.name())) {
            told.add("職員の氏名を変更: " + now.id());
        }
        field("職員の職を変更", now.id(), old.post(), now.post());
        field("職員の自宅からの距離(km)を変更", now.id(), words(old.distanceKm()), words(now.distanceKm()));
        field(
                "職員の連絡手段を変更",
                now.id(),
                words(old.channels().stream().sorted().toList()),
                words(now.channels().stream().sorted().toList()));
    }

    private void roles(Role old, Role now) {
        field("役割の名前を変更", now.id(), old.name(), now.name());
        field("担当者を変更", role(now), words(old.holders()), words(now.holders()));
        String deputies = old.deputies().isEmpty() ? "代行者を追加" : now.deputies().isEmpty() ? "代行者を削除" : "代行者を変更";
        field(deputies, role(now), words(old.deputies()), words(now.deputies()));
        field("上位の役割を変更", role(now), words(old.above()), words(now.above()));
        if (!old.duties().equals(now.duties()) || !old.parts().equals(now.parts())) {
            told.add("任務を変更: " + role(now));
        }
    }

    private void systems(PrioritySystem old, PrioritySystem now) {
        field("システムの名前を変更", now.id(), old.name(), now.name());
        field("目標復旧時間を変更", system(now), rto(old), rto(now));
        field("目標復旧レベルを変更", system(now), rlo(old), rlo(now));
        field("優先度を変更", system(now), old.priority(), now.priority());
        field("所管を変更", system(now), words(old.owner()), words(now.owner()));
        field("保守事業者を変更", system(now), words(old.vendor()), words(now.vendor()));
        field("前提のシステムを変更", system(now), words(old.dependsOn()), words(now.dependsOn()));
    }

    private void documents(PlanDocument old, PlanDocument now) {
        field("文書の版を変更", now.called(), words(old.version()), words(now.version()));
        if (now.changes() != null && !now.changes().equals(old.changes())) {
            told.add("文書の改訂の主な内容: %s %s".formatted(now.called(), now.changes()));
        }
    }

    private void field(String what, Object whose, String old, String now) {
        if (!old.equals(now)) {
            told.add("%s: %s %s → %s".formatted(what, whose, old, now));
        }
    }

    private static String rto(PrioritySystem system) {
        return targets(system, target -> span(target.rto()));
    }

    private static String rlo(PrioritySystem system) {
        return targets(system, PrioritySystem.Target::rlo);
    }

    private static String targets(PrioritySystem system, Function<PrioritySystem.Target, String> words) {
        return system.targets().stream()
                .map(target -> (target.event() == null ? "" : target.event().label() + " ") + words.apply(target))
                .collect(Collectors.joining("、"));
    }

    private static String span(Duration span) {
        return JapanTime.span(span).replaceFirst("(?<=[日間])0(時間|分)$", "");
    }

    private static String person(Person person) {
        return "%s(%s)".formatted(person.id(), person.post());
    }

    private static String role(Role role) {
        return "%s(%s)".formatted(role.name(), role.id());
    }

    private static String system(PrioritySystem system) {
        return "%s(%s)".formatted(system.name(), system.id());
    }

    private static String words(Object value) {
        if (value instanceof List<?> list) {
            return list.isEmpty() ? "なし" : list.stream().map(String::valueOf).collect(Collectors.joining("、"));
        }
        return value == null ? "なし" : value.toString();
    }

    private static <T, I> Map<I, T> byId(List<T> entries, Function<T, I> id) {
        Map<I, T> byId = new LinkedHashMap<>();
        entries.forEach(entry -> byId.put(id.apply(entry), entry));
        return byId;
    }

    private static Map<String, Function<Plan, Object>> otherParts() {
        Map<String, Function<Plan, Object>> parts = new LinkedHashMap<>();
        parts.put("団体名", Plan::organisation);
        parts.put(ISSUED, Plan::issued);
        parts.put("出典", Plan::source);
        parts.put("勤務時間", Plan::workingHours);
        parts.put("役割の割当", Plan::duties);
        parts.put("体制", Plan::structures);
        parts.put("判断", Plan::decisions);
        parts.put("調査箇所", Plan::sites);
        parts.put("復旧拠点", Plan::bases);
        parts.put("目標開始時間", Plan::startClasses);
        parts.put("事業者", Plan::vendors);
        parts.put("関係機関", Plan::organisations);
        parts.put("参集", Plan::assembly);
        parts.put("復旧の方針", Plan::recovery);
        parts.put("本部報告", Plan::reporting);
        parts.put("通知の方法", Plan::notices);
        parts.put("訓練", Plan::trainings);
        parts.put("点検", Plan::checks);
        parts.put("参照文書", Plan::references);
        parts.put("配布", Plan::distribution);
        parts.put("改訂の手続", Plan::revision);
        parts.put("セキュリティ基準", Plan::security);
        parts.put("セキュリティ監査", Plan::audit);
        parts.put("記録の保存期間", Plan::retention);
        parts.put("資料", Plan::sheets);
        parts.put("手順", Plan::procedures);
        parts.put("判定表", Plan::tables);
        return parts;
    }
}
