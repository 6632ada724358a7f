package org.keizoku.platform.start;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in one line that the time zone is wrong. */
class WrongZoneAnalyzer extends AbstractFailureAnalyzer<WrongZone> {

    @Override
    protected FailureAnalysis analyze(Throwable root, WrongZone cause) {
        return new FailureAnalysis(cause.getMessage(), null, cause);
    }
}
