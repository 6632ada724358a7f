package org.keizoku.notice;

import jakarta.validation.constraints.AssertTrue;
import java.net.InetSocketAddress;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.StringUtils;
import org.springframework.validation.annotation.Validated;

/**
 * How we and the outside reach each other.
 *
 * @param outsideUrl where phones outside reach the answer pages, for example https://bcp.city.example
 * @param outboundProxy host:port through which we reach providers; empty where we may go directly
 */
@Validated
@ConfigurationProperties("keizoku")
public record OutsideSettings(String outsideUrl, String outboundProxy) {

    @AssertTrue(message = "keizoku.outside-url must start with http:// or https://")
    boolean isOutsideUrlUsable() {
        return !hasOutsideUrl() || outsideUrl.matches("https?://[^/\\s]+\\S*");
    }

    @AssertTrue(message = "keizoku.outbound-proxy must be host:port")
    boolean isOutboundProxyUsable() {
        return !StringUtils.hasText(outboundProxy) || outboundProxy.matches("[^:/\\s]+:\\d{1,5}");
    }

    boolean hasOutsideUrl() {
        return StringUtils.hasText(outsideUrl);
    }

    String address(String path) {
        if (!hasOutsideUrl()) {
            throw new IllegalStateException("keizoku.outside-url is not set");
        }
        return outsideUrl.replaceAll("/+$", "") + path;
    }

    /** The proxy through which we reach the outside; empty where we go directly. */
    public Optional<InetSocketAddress> proxy() {
        if (!StringUtils.hasText(outboundProxy)) {
            return Optional.empty();
        }
        String[] parts = outboundProxy.split(":");
        return Optional.of(new InetSocketAddress(parts[0], Integer.parseInt(parts[1])));
    }
}
