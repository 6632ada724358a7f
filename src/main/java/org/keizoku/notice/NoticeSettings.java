package org.keizoku.notice;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.PositiveOrZero;
import java.time.Duration;
import org.keizoku.people.contact.ContactChannel;
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
 * @param smsPerSecond how many SMS this node hands over a second at most, 0 for no bound of ours. None by default: the provider queues
 *     what its numbers cannot send at once and says when it has too much, and is then left alone for as long as it asks; a bound that
 *     nobody needs would only make the call later
 * @param mailPerSecond the same for mail, for a mail server that refuses what comes too fast
 * @param bundleWithin how long a notice that is neither a decision nor a call waits where its person was sent a message just before, so
 *     that several leave as one; zero bundles nothing. An ISO duration
 */
@Validated
@ConfigurationProperties("keizoku.notice")
record NoticeSettings(
        @DefaultValue("true") boolean dispatching,
        @DefaultValue("true") boolean singleNode,
        @DefaultValue("PT10M") Duration smsReportWithin,
        @DefaultValue("0") @PositiveOrZero int smsPerSecond,
        @DefaultValue("0") @PositiveOrZero int mailPerSecond,
        @DefaultValue("PT20S") Duration bundleWithin) {

    @AssertTrue(message = "keizoku.notice.sms-report-within must be at least PT10S")
    boolean isReportAwaited() {
        return smsReportWithin.compareTo(Duration.ofSeconds(10)) >= 0;
    }

    @AssertTrue(message = "keizoku.notice.bundle-within must be from PT0S to PT5M")
    boolean isBundledSoon() {
        return !bundleWithin.isNegative() && bundleWithin.compareTo(Duration.ofMinutes(5)) <= 0;
    }

    /** How many messages a second leave by the channel at most; 0 for as many as there are. */
    int perSecond(ContactChannel channel) {
        return channel == ContactChannel.SMS ? smsPerSecond : mailPerSecond;
    }
}
