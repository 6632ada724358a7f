package org.keizoku.plan.page;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.stream.Stream;
import org.keizoku.plan.EventType;
import org.keizoku.plan.NoticePolicy;
import org.keizoku.plan.Person;
import org.keizoku.plan.Plan;
import org.keizoku.plan.Recurring;

/** Reports and notices, and what keeps the plan alive through the year. */
final class YearChapters {

    private final Plan plan;
    private final Links links;

    YearChapters(Plan plan, Links links) {
        this.plan = plan;
        this.links = links;
    }

    Stream<Chapter> all() {
        return Stream.concat(inEmergency(), throughTheYear());
    }

    Stream<Chapter> inEmergency() {
        return Stream.of(
                new Chapter("reports", "報告と期限", "報告と期限", reports()),
                new Chapter("notices", "通知の方法(最初に当てはまるもの)", "通知の方法", notices()));
    }

    private Stream<Chapter> throughTheYear() {
        return Stream.of(
                new Chapter("trainings", "訓練", "訓練", recurring(Anchor.TRAINING, plan.trainings())),
                new Chapter("checks", "点検", "点検", recurring(Anchor.CHECK, plan.checks())));
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

    private List<Entry> notices() {
        return Anchor.NOTICE.numbered(
                plan.notices(), (anchor, policy) -> new Entry(anchor, about(policy), policy.example())
                        .line(
                                "事象",
                                policy.events().stream()
                                        .map(EventType::label)
                                        .map(Value::of)
                                        .toList())
                        .order(
                                policy.atOnce() ? "同時に使う手段" : "手段の順",
                                policy.channels().stream()
                                        .map(YearChapters::channel)
                                        .map(Value::of)
                                        .toList())
                        .fact("届かないとき", InWords.span(policy.nextAfter()) + "で次の連絡先へ")
                        .clause(policy.clause()));
    }

    private static String about(NoticePolicy policy) {
        return policy.about().isEmpty()
                ? "すべての通知"
                : policy.about().stream().map(YearChapters::matter).collect(joining("・", "", "の通知"));
    }

    private static String matter(NoticePolicy.About about) {
        return switch (about) {
            case DECISION -> "判断";
            case ASSEMBLY -> "安否・参集";
            case ESCALATION -> "期限超過";
            case INFORMATION -> "お知らせ";
            case REPORT -> "報告";
        };
    }

    private static String channel(Person.Channel channel) {
        return switch (channel) {
            case SMS -> "SMS";
            case MAIL -> "メール";
        };
    }

    private List<Entry> recurring(Anchor anchor, List<Recurring> all) {
        return all.stream()
                .map(one -> new Entry(anchor.of(one.id()), one.name(), one.example())
                        .fact("いつ", InWords.every(one.every(), one.months()))
                        .fact("だれ", links.role(one.who()))
                        .fact("何を", one.what())
                        .clause(one.clause()))
                .toList();
    }
}
