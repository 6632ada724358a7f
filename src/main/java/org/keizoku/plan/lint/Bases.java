package org.keizoku.plan.lint;

import java.util.stream.Stream;
import org.keizoku.plan.Base;
import org.keizoku.plan.Plan;
import org.keizoku.plan.lint.PlanRule.Broken;

/** Before a base is chosen, somebody must have asked whether it has power and lines. */
final class Bases {

    private Bases() {}

    static Stream<Broken> withoutAnswer(Plan plan) {
        return Entry.of("bases", plan.bases())
                .flatMap(base -> Stream.concat(
                        without(base, "power", base.it().power(), "電源"),
                        without(base, "network", base.it().network(), "通信回線")));
    }

    private static Stream<Broken> without(Entry<Base> base, String key, String answer, String what) {
        return answer != null && !answer.isBlank()
                ? Stream.of()
                : Stream.of(new Broken(
                        base.at(key),
                        "復旧拠点「%s」の%sが確かめられていません".formatted(base.it().name(), what),
                        "%sに、あるかどうかと使える時間を書いてください(ないときは「なし」)".formatted(key)));
    }
}
