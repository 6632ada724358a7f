package org.keizoku.notice;

import jakarta.validation.constraints.AssertTrue;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How this node hands notices over.
 *
 * @param dispatching whether this node hands over at all
 * @param singleNode whether no other node shares the database, so that hand-overs left open at start are nobody's
 * @param smsReportWithin where the plan does not say it, how long we wait for good news of a notice before the person's next way is put in motion: for the report of
 *     delivery of an SMS since the provider took it, and for any provider to take a notice at all since the first attempt. An ISO
 *     duration. Ten minutes: carriers report within seconds on a good day and within minutes on a bad one, and a shorter wait would put
 *     everybody on the telephone list just because the network is slow
 */
@Validated
@ConfigurationProperties("keizoku.notice")
record NoticeSettings(
        @DefaultValue("true") boolean dispatching,
        @DefaultValue("true") boolean singleNode,
        @DefaultValue("PT10M") Duration smsReportWithin) {

    @AssertTrue(message = "keizoku.notice.sms-report-within must be at least PT10S")
    boolean isReportAwaited() {
        return smsReportWithin.compareTo(Duration.ofSeconds(10)) >= 0;
    }
}
