package org.keizoku.audit.seal;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How this node seals the ledger.
 *
 * @param sealing whether this node seals at all
 * @param signingKey which key signs, counted from 1; the next number makes the next key at the next start
 * @param sealedWithin how old an entry may become before it must be under a seal
 * @param clockWatch whether it is put on record that somebody set the clock
 * @param headsUrl where each newest signed head is posted, outside of this organisation's reach; null for nowhere
 * @param headsMail to which addresses the newest signed head is mailed, outside of this organisation's reach; empty for none
 * @param headsMailEvery how long after one mail the next goes; the first goes after each start
 */
@Validated
@ConfigurationProperties("keizoku.audit")
public record SealSettings(
        @DefaultValue("true") boolean sealing,
        @DefaultValue("1") @Positive int signingKey,
        @DefaultValue("PT10M") @NotNull Duration sealedWithin,
        @DefaultValue("true") boolean clockWatch,
        URI headsUrl,
        @DefaultValue List<String> headsMail,
        @DefaultValue("P1D") @NotNull Duration headsMailEvery) {

    @AssertTrue(message = "keizoku.audit.heads-url must be an http or https address")
    boolean isHeadsUrlUsable() {
        return headsUrl == null
                || headsUrl.getHost() != null && List.of("http", "https").contains(headsUrl.getScheme());
    }

    @AssertTrue(message = "keizoku.audit.heads-mail must be plain mail addresses")
    boolean isHeadsMailUsable() {
        return headsMail.stream().allMatch(address -> address.matches("[^@\\s<>,]+@[A-Za-z0-9.-]+"));
    }

    @AssertTrue(message = "keizoku.audit.heads-mail-every must be at least a minute")
    boolean isHeadsMailEveryUsable() {
        return headsMailEvery == null || headsMailEvery.compareTo(Duration.ofMinutes(1)) >= 0;
    }
}
