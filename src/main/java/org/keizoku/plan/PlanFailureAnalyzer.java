package org.keizoku.plan;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says at start, without a stack trace, where a plan file is wrong. */
class PlanFailureAnalyzer extends AbstractFailureAnalyzer<PlanRefused> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, PlanRefused refused) {
        return new FailureAnalysis("計画ファイルを読み込めません。\n\n" + refused.getMessage(), "示された行を直してから、もう一度起動してください。", refused);
    }
}
