package org.keizoku.audit.export;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.keizoku.activation.Activation;
import org.keizoku.activation.ActivationNumber;
import org.keizoku.audit.Entry;
import org.keizoku.audit.Names;
import org.keizoku.audit.seal.Hash;
import org.keizoku.audit.verify.Finding;
import org.keizoku.audit.verify.Result;
import org.keizoku.notice.NoticeView;
import org.keizoku.plan.EventType;
import org.keizoku.plan.Plan;
import org.keizoku.plan.PrioritySystem;
import org.keizoku.platform.JapanTime;
import org.keizoku.recovery.Recovery;
import org.keizoku.recovery.Verdict;

/** One activation on paper, in the order in which it is read. */
record Report(
        String number,
        List<Item> summary,
        List<Told> decisions,
        List<Target> systems,
        List<Item> notices,
        List<Told> timeline,
        int entries,
        List<String> proof) {

    /** A name and its value. */
    record Item(String name, String value) {}

    /** Who did what, when, in which capacity; with the values where they belong to it. */
    record Told(String at, String who, String capacity, String what, List<Item> values) {

        static Told of(Entry entry, Names names, boolean withValues) {
            return new Told(
                    JapanTime.exact(entry.at()),
                    names.person(entry.actor()),
                    standing(names.post(entry.actor()), entry.capacity()),
                    names.in(entry.told()),
                    withValues
                            ? entry.values().entrySet().stream()
                                    .map(value -> new Item(value.getKey(), String.valueOf(value.getValue())))
                                    .toList()
                            : List.of());
        }
    }

    /** The post alone where somebody acted in no other capacity. */
    private static String standing(String post, String capacity) {
        if (capacity == null) {
            return post;
        }
        return post.isEmpty() ? capacity : "%s(%s)".formatted(post, capacity);
    }

    /** A system against its target recovery time. */
    record Target(String name, String due, String restored, String verdict) {

        static Target of(Recovery recovery, Plan plan, Instant now) {
            Verdict verdict = recovery.verdict(now);
            String late = JapanTime.span(Duration.between(recovery.rtoDueAt(), recovery.until(now)));
            return new Target(
                    plan.systems().stream()
                            .filter(system -> system.id().equals(recovery.system()))
                            .map(PrioritySystem::name)
                            .findFirst()
                            .orElse(recovery.system().value()),
                    JapanTime.exact(recovery.rtoDueAt()),
                    recovery.isRestored() ? JapanTime.exact(recovery.restoredAt()) : recovery.stateInWords(),
                    verdict.label() + (verdict.isLate() ? "(" + late + "超過)" : ""));
        }
    }

    /** What stands above it: that of a drill says so. */
    public String title() {
        return new ActivationNumber(number).marked("発動 %s の記録".formatted(number));
    }

    public boolean drill() {
        return new ActivationNumber(number).isDrill();
    }

    static List<Item> summary(Activation activation, Plan plan, Names names, Instant now) {
        return List.of(
                new Item("組織・計画", "%s(版%s)".formatted(plan.organisation(), plan.version())),
                new Item("事象", event(activation)),
                new Item("発生", JapanTime.exact(activation.occurredAt())),
                new Item(
                        "発動",
                        "%s(%s)"
                                .formatted(
                                        JapanTime.exact(activation.openedAt()), names.person(activation.openedBy()))),
                new Item("状態", activation.state().label()),
                new Item("終了", JapanTime.exact(activation.closedAt())),
                new Item("作成", JapanTime.exact(now)));
    }

    private static String event(Activation activation) {
        return EventType.of(activation.eventType()).map(EventType::label).orElse(activation.eventType());
    }

    static List<Item> notices(List<NoticeView> notices) {
        Map<String, Long> counted = notices.stream()
                .collect(Collectors.groupingBy(notice -> notice.state().label(), Collectors.counting()));
        return counted.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(state -> new Item(state.getKey(), state.getValue() + "件"))
                .toList();
    }

    static List<String> proof(Result result) {
        String checked = "封印 %d件、記録 %d件(うち未封印 %d件)を検証".formatted(result.seals(), result.entries(), result.unsealed());
        String verdict = result.isSound()
                ? "異常なし"
                : result.findings().stream().map(Finding::toString).collect(Collectors.joining("、", "異常: ", ""));
        String newest = result.newest()
                .map(head -> "最新の封印 %d(%s) ハッシュ %s 鍵ID %s"
                        .formatted(head.no(), JapanTime.exact(head.sealedAt()), Hash.hex(head.hash()), head.keyId()))
                .orElse("封印はまだない");
        return List.of(checked, verdict, newest);
    }
}
