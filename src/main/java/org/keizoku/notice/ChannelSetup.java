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

/** Opens the channels that are configured, in earnest and for drills; half a configuration stops the start. */
@Configuration(proxyBeanMethods = false)
class ChannelSetup {

    private static final String TEN_SECONDS = "10000";

    @Bean
    Channels channels(
            SmsSettings sms,
            MailSettings mail,
            DrillSettings drill,
            OutsideSettings outside,
            ObjectProvider<JavaMailSenderImpl> mailServer) {
        insistOnOwnSenders(sms, mail, drill);
        if ((sms.enabled() || mailServer.getIfAvailable() != null) && !outside.hasOutsideUrl()) {
            throw new IllegalStateException(
                    "keizoku.outside-url is needed when SMS or mail is on: notices carry links to it");
        }
        var inEarnest = new Side.Real();
        var inDrills = new Side.Drill(new DrillRecipients(drill.recipients()));
        List<Channel<?>> open = new ArrayList<>();
        if (sms.enabled()) {
            open.add(sms(inEarnest, sms, sms.from(), outside));
        }
        if (sms.enabled() && drill.hasSms()) {
            open.add(sms(inDrills, sms, drill.smsFrom(), outside));
        }
        mailServer.ifAvailable(server -> {
            open.add(mail(inEarnest, server, mail));
            if (drill.hasMail()) {
                open.add(mail(inDrills, server, new MailSettings(drill.mailFrom())));
            }
        });
        return new Channels(open);
    }

    /** Whoever gets a message must see by its sender whether it is a drill. */
    private static void insistOnOwnSenders(SmsSettings sms, MailSettings mail, DrillSettings drill) {
        if (drill.hasSms() && drill.smsFrom().equals(sms.from())) {
            throw new IllegalStateException("keizoku.drill.sms-from must not be keizoku.sms.from");
        }
        if (drill.hasMail() && drill.mailFrom().equalsIgnoreCase(mail.from())) {
            throw new IllegalStateException("keizoku.drill.mail-from must not be keizoku.mail.from");
        }
    }

    private static <M extends Message> Channel<M> sms(
            Side<M> side, SmsSettings settings, String from, OutsideSettings outside) {
        return new TwilioChannel<>(
                side,
                settings,
                from,
                new SingleAttemptHttp(
                        Optional.ofNullable(settings.baseUrl()).filter(StringUtils::hasText),
                        outside.proxy().map(ProxySelector::of)),
                URI.create(outside.address(StatusCallback.PATH)));
    }

    private static <M extends Message> Channel<M> mail(Side<M> side, JavaMailSenderImpl server, MailSettings settings) {
        if (!settings.hasFrom()) {
            throw new IllegalStateException("keizoku.mail.from is needed when spring.mail.host is set");
        }
        Properties properties = server.getJavaMailProperties();
        for (String protocol : List.of("smtp", "smtps")) {
            for (String wait : List.of("connectiontimeout", "timeout", "writetimeout")) {
                properties.putIfAbsent("mail.%s.%s".formatted(protocol, wait), TEN_SECONDS);
            }
        }
        return new MailChannel<>(side, server, settings, new MailLines(server, System::nanoTime));
    }
}
