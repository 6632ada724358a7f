package org.keizoku.notice;

import jakarta.validation.constraints.AssertTrue;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.StringUtils;
import org.springframework.validation.annotation.Validated;

/**
 * How a drill's notices leave: by senders of their own, to an allow-list; it does not print the list. Account and mail server are those of
 * {@code keizoku.sms} and {@code spring.mail}.
 *
 * @param smsFrom another number or sender name of the provider; without one a drill sends no SMS
 * @param mailFrom another plain sender address; without one a drill sends no mail
 * @param recipients persons' ids, numbers in E.164 and mail addresses, or {@code *} for everybody of the plan; nobody where it is empty
 */
@Validated
@ConfigurationProperties("keizoku.drill")
record DrillSettings(String smsFrom, String mailFrom, @DefaultValue Set<String> recipients) {

    @AssertTrue(message = "keizoku.drill.mail-from must be a plain mail address")
    boolean isMailFromUsable() {
        return !hasMail() || new MailSettings(mailFrom).isFromUsable();
    }

    boolean hasSms() {
        return StringUtils.hasText(smsFrom);
    }

    boolean hasMail() {
        return StringUtils.hasText(mailFrom);
    }

    @Override
    public String toString() {
        return "DrillSettings[%d recipients]".formatted(recipients.size());
    }
}
