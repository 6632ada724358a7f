package org.keizoku.people.contact;

import jakarta.validation.constraints.AssertTrue;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How this node looks after contacts.
 *
 * @param daily whether it checks them every day
 * @param provedFor how long a proof is good for, an ISO duration in days. Half a year: long enough for two drills a year to renew it,
 *     short enough to find a number that was given up
 */
@Validated
@ConfigurationProperties("keizoku.contact-check")
record ContactCheckSettings(@DefaultValue("true") boolean daily, @DefaultValue("P180D") Duration provedFor) {

    @AssertTrue(message = "keizoku.contact-check.proved-for must be at least P1D")
    boolean isProvedForADay() {
        return provedFor.compareTo(Duration.ofDays(1)) >= 0;
    }
}
