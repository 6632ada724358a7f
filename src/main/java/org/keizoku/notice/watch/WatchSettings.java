package org.keizoku.notice.watch;

import jakarta.validation.constraints.AssertTrue;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How this node watches the notices.
 *
 * @param watching whether this node watches at all; it does so too where it does not dispatch
 * @param handOverWithin how long after it was planned a notice must have been taken by a provider. An ISO duration. Two minutes: by then
 *     the third attempt has failed, or thousands wait
 * @param heartbeatUrl what is called each minute while all goes well, so that somebody outside raises the alarm when it is not called any
 *     more; null for nobody
 */
@Validated
@ConfigurationProperties("keizoku.notice")
record WatchSettings(
        @DefaultValue("true") boolean watching, @DefaultValue("PT2M") Duration handOverWithin, URI heartbeatUrl) {

    @AssertTrue(message = "keizoku.notice.hand-over-within must be at least PT10S")
    boolean isTimeGiven() {
        return handOverWithin.compareTo(Duration.ofSeconds(10)) >= 0;
    }

    @AssertTrue(message = "keizoku.notice.heartbeat-url must be an http or https address")
    boolean isHeartbeatUrlUsable() {
        return heartbeatUrl == null
                || heartbeatUrl.getHost() != null && List.of("http", "https").contains(heartbeatUrl.getScheme());
    }
}
