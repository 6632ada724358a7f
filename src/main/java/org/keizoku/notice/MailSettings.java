package org.keizoku.notice;

import jakarta.validation.constraints.AssertTrue;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.StringUtils;
import org.springframework.validation.annotation.Validated;

/**
 * Who our mail comes from; the server itself is {@code spring.mail}.
 *
 * @param from the plain sender address, needed when a mail server is set
 */
@Validated
@ConfigurationProperties("keizoku.mail")
public record MailSettings(String from) {

    @AssertTrue(message = "keizoku.mail.from must be a plain mail address")
    boolean isFromUsable() {
        return !hasFrom() || from.matches("[^@\\s<>]+@[A-Za-z0-9.-]+");
    }

    public boolean hasFrom() {
        return StringUtils.hasText(from);
    }

    String domain() {
        return from.substring(from.indexOf('@') + 1);
    }
}
