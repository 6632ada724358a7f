package org.keizoku.plan.page;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.keizoku.plan.Assembly;
import org.keizoku.plan.Base;
import org.keizoku.plan.Plan;
import org.keizoku.plan.Site;
import org.keizoku.plan.WorkingHours;

/** When people work, where they assemble, what they survey and where they recover. */
final class PlaceChapters {

    private final Plan plan;
    private final Links links;

    PlaceChapters(Plan plan, Links links) {
        this.plan = plan;
        this.links = links;
    }

    Stream<Chapter> all() {
        return Stream.of(
                new Chapter("assembly", "勤務時間と参集", "参集", assembly()),
                new Chapter(
                        "sites",
                        "最初に調べる場所",
                        "調べる場所",
                        plan.sites().stream().map(this::site).toList()),
                new Chapter("bases", "復旧拠点(この順に検討)", "復旧拠点", bases()));
    }

    private List<Entry> assembly() {
        List<Entry> entries = new ArrayList<>();
        entries.add(hours(plan.workingHours()));
        Assembly assembly = plan.assembly();
        entries.add(new Entry("calling", "呼び出し")
                .fact(
                        "再度の呼出",
                        "答えがないまま%sたつごとに、%d回まで".formatted(InWords.span(assembly.remindAfter()), assembly.reminders()))
                .fact("必要人数", "呼び出した人の" + InWords.share(assembly.quorum()))
                .fact("締切", "呼び出しから" + InWords.span(assembly.deadline()))
                .fact("回答リンクの期限", InWords.span(assembly.linkValid()))
                .clause(assembly.clause()));
        var reach = assembly.reach();
        if (reach != null) {
            entries.add(new Entry("reach", "時間外に来られる人")
                    .fact("範囲", "自宅から%dkm以内".formatted(reach.withinKm()))
                    .fact("見込み", "そのうち" + InWords.share(reach.share()))
                    .clause(reach.clause()));
        }
        for (int n = 0; n < assembly.places().size(); n++) {
            var place = assembly.places().get(n);
            entries.add(new Entry(Anchor.PLACE.of(n + 1), "参集場所%d %s".formatted(n + 1, place.name()))
                    .fact("とき", place.when())
                    .fact("だれ", links.role(place.role()))
                    .clause(place.clause()));
        }
        return entries;
    }

    private static Entry hours(WorkingHours hours) {
        return new Entry("working-hours", "勤務時間", hours.example())
                .fact("曜日", InWords.days(hours.days()) + "(国民の祝日を除く)")
                .fact("時間", "%s〜%s".formatted(hours.from(), hours.to()))
                .fact("休み", hours.closed().stream().map(InWords::day).collect(joining("、")))
                .clause(hours.clause());
    }

    private Entry site(Site site) {
        return new Entry(Anchor.SITE.of(site.id()), site.name())
                .fact("調べる役割", links.role(site.surveyedBy()))
                .clause(site.clause());
    }

    private List<Entry> bases() {
        List<Entry> entries = new ArrayList<>();
        for (Base base : plan.bases()) {
            entries.add(new Entry(Anchor.BASE.of(base.id()), "%d %s".formatted(entries.size() + 1, base.name()))
                    .fact("種別", base.kind())
                    .fact("システムの場所", base.systems())
                    .fact("本部の場所", base.headquarters())
                    .fact("電源", base.power())
                    .fact("回線", base.network())
                    .list(
                            "被害の想定",
                            base.risks().stream()
                                    .map(risk -> Value.of("%s: %s".formatted(risk.hazard(), risk.assumed())))
                                    .toList())
                    .clause(base.clause()));
        }
        return entries;
    }
}
