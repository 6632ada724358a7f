package org.keizoku.notice;

import java.net.ProxySelector;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.util.StringUtils;

/** Opens the channels that are configured; half a configuration stops the start. */
@Configuration(proxyBeanMethods = false)
class ChannelSetup {

    private static final String TEN_SECONDS = "10000";

    @Bean
    Channels channels(
            SmsSettings sms,
            MailSettings mail,
            OutsideSettings outside,
            ObjectProvider<JavaMailSenderImpl> mailServer) {
        List<Channel> open = new ArrayList<>();
        if ((sms.enabled() || mailServer.getIfAvailable() != null) && !outside.hasOutsideUrl()) {
            throw new IllegalStateException(
                    "keizoku.outside-url is needed when SMS or mail is on: notices carry links to it");
        }
        if (sms.enabled()) {
            open.add(new TwilioChannel(
                    sms,
                    new SingleAttemptHttp(
                            Optional.ofNullable(sms.baseUrl()).filter(StringUtils::hasText),
                            outside.proxy().map(ProxySelector::of)),
                    URI.create(outside.address(StatusCallback.PATH))));
        }
        mailServer.ifAvailable(server -> open.add(mail(server, mail)));
        return new Channels(open);
    }

    private static Channel mail(JavaMailSenderImpl server, MailSettings settings) {
        if (!settings.hasFrom()) {
            throw new IllegalStateException("keizoku.mail.from is needed when spring.mail.host is set");
        }
        Properties properties = server.getJavaMailProperties();
        for (String protocol : List.of("smtp", "smtps")) {
            for (String wait : List.of("connectiontimeout", "timeout", "writetimeout")) {
                properties.putIfAbsent("mail.%s.%s".formatted(protocol, wait), TEN_SECONDS);
            }
        }
        return new MailChannel(server, settings, new MailLines(server, System::nanoTime));
    }
}
