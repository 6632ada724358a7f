package org.keizoku.audit.seal;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.mail.MessagingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.keizoku.notice.MailSettings;
import org.keizoku.platform.JapanTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/**
 * Mails the newest signed head to people outside. Each address gets a mail of its own, at the first look after a start and then once in
 * the interval, also when no new seal came: whoever hears nothing for longer has something to ask.
 */
@Component
class HeadMails implements MeterBinder {

    private static final Logger LOG = LoggerFactory.getLogger(HeadMails.class);

    private final SealSettings settings;
    private final MailSettings mail;
    private final JavaMailSenderImpl server;
    private final Clock clock;
    private final AtomicLong failures = new AtomicLong();
    private final Map<String, Instant> mailedAt = new HashMap<>();
    private final Set<String> failing = new HashSet<>();

    HeadMails(SealSettings settings, MailSettings mail, ObjectProvider<JavaMailSenderImpl> server, Clock clock) {
        this.settings = settings;
        this.mail = mail;
        this.server = server.getIfAvailable();
        this.clock = clock;
        if (isWanted() && this.server == null) {
            throw new IllegalStateException("spring.mail.host is needed when keizoku.audit.heads-mail is set");
        }
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        FunctionCounter.builder("keizoku.ledger.heads.mail.failed", failures, AtomicLong::doubleValue)
                .description("attempts to mail the newest head outside that failed")
                .register(registry);
    }

    boolean isWanted() {
        return !settings.headsMail().isEmpty();
    }

    /** Mails the head to whom it is time to; whoever could not be reached is tried again with the next look's head. */
    void tell(Seal newest) {
        settings.headsMail().stream().filter(this::isTime).forEach(address -> tell(newest, address));
    }

    /** A clock that was set back is no reason to be silent. */
    private boolean isTime(String address) {
        Instant last = mailedAt.get(address);
        return last == null || Duration.between(last, clock.instant()).abs().compareTo(settings.headsMailEvery()) >= 0;
    }

    private void tell(Seal newest, String address) {
        try {
            send(newest, address);
            mailedAt.put(address, clock.instant());
            failing.remove(address);
        } catch (MailException | MessagingException why) {
            failures.incrementAndGet();
            if (failing.add(address)) {
                LOG.warn("the ledger's newest head could not be mailed to one of heads-mail: {}", firstLine(why));
            }
        }
    }

    private void send(Seal newest, String address) throws MessagingException {
        var message = server.createMimeMessage();
        var helper = new MimeMessageHelper(message, StandardCharsets.UTF_8.name());
        helper.setFrom(mail.from());
        helper.setTo(address);
        helper.setSubject("【継続】記録台帳の封印 %d".formatted(newest.head().no()));
        helper.setText(text(newest));
        server.send(message);
    }

    /** The library tells the same again on the lines after it. */
    private static String firstLine(Exception why) {
        return String.valueOf(why.getMessage()).lines().findFirst().orElse("");
    }

    private static String text(Seal newest) {
        Head head = newest.head();
        String all = newest.said().entrySet().stream()
                .map(field -> field.getKey() + ": " + field.getValue())
                .collect(Collectors.joining("\n"));
        return """
                記録台帳の最新の封印(%s)です。消さずに保管してください。
                書き換えの有無を調べるとき、台帳の検証にこの値を渡します。

                java -jar keizoku.jar audit verify --key %s --head %d=%s --url … --user …

                %s
                """
                .formatted(JapanTime.exact(head.sealedAt()), head.keyId(), head.no(), Hash.hex(head.hash()), all);
    }
}
