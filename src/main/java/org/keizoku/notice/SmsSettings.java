package org.keizoku.notice;

import jakarta.validation.constraints.AssertTrue;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.StringUtils;
import org.springframework.validation.annotation.Validated;

/**
 * How SMS leave; it does not print the account.
 *
 * @param from the number or sender name that the provider assigned
 * @param baseUrl where the provider is reached; empty for Twilio itself
 */
@Validated
@ConfigurationProperties("keizoku.sms")
record SmsSettings(boolean enabled, String accountSid, String authToken, String from, String baseUrl) {

    @AssertTrue(message = "keizoku.sms.account-sid, auth-token and from are needed when SMS is on")
    boolean isComplete() {
        return !enabled
                || (StringUtils.hasText(accountSid) && StringUtils.hasText(authToken) && StringUtils.hasText(from));
    }

    @AssertTrue(message = "keizoku.sms.base-url must start with http:// or https://")
    boolean isBaseUrlUsable() {
        return !StringUtils.hasText(baseUrl) || baseUrl.matches("https?://[^/\\s]+\\S*");
    }

    @Override
    public String toString() {
        return "SmsSettings[enabled=%s]".formatted(enabled);
    }
}
