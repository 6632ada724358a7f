package org.keizoku.plan.lint;

import java.util.stream.Stream;
import org.keizoku.plan.Plan;
import org.keizoku.plan.lint.PlanRule.Broken;

/** How long the record is kept is the plan's to say. */
final class RecordKeeping {

    private RecordKeeping() {}

    static Stream<Broken> unsaid(Plan plan) {
        return plan.retention() != null
                ? Stream.empty()
                : Stream.of(new Broken(
                        "id",
                        "記録の保存期間が書かれていません(手順の定義にある10年とみなします)",
                        "retentionに保存期間を書いてください。例: retention: {records: P10Y}"));
    }
}
