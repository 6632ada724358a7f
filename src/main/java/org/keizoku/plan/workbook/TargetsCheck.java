package org.keizoku.plan.workbook;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.keizoku.platform.workbook.CellProblem;
import org.keizoku.platform.workbook.Table;

/** Each system has a target, and each target both a time and a level. */
final class TargetsCheck {

    private static final String TIME = "目標復旧時間";
    private static final String LEVEL = "目標復旧レベル";

    private TargetsCheck() {}

    static Optional<CellProblem> problem(ObjectNode system, Table.Row row) {
        if (system.path("targets").isEmpty()) {
            return Optional.of(row.problem(
                    TIME, "目標がありません", "目標復旧時間と目標復旧レベルを入れるか、シート「%s」に入れてください".formatted(SystemsSheet.TARGETS)));
        }
        for (var target : system.path("targets")) {
            if (!target.has("rto")) {
                return Optional.of(row.problem(TIME, "空欄です", "目標復旧レベルを書いたときは、時間も入れてください"));
            }
            if (!target.has("rlo")) {
                return Optional.of(row.problem(LEVEL, "空欄です", "目標復旧時間を書いたときは、何ができれば戻ったとするかも入れてください"));
            }
        }
        return Optional.empty();
    }
}
