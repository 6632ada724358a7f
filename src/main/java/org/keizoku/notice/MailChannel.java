package org.keizoku.notice;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.keizoku.notice.MailLines.NotConnected;
import org.keizoku.notice.Outcome.Accepted;
import org.keizoku.notice.Outcome.PermanentFailure;
import org.keizoku.notice.Outcome.TemporaryFailure;
import org.keizoku.notice.Outcome.Unclear;
import org.keizoku.notice.Trace.Unaskable;
import org.keizoku.people.contact.ContactChannel;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;

/** Mail by SMTP over lines that stay open; a mail that goes twice bears the same Message-ID, by which mail servers and readers know it. */
final class MailChannel<M extends Message> implements Channel<M> {

    private final Side<M> side;
    private final JavaMailSenderImpl server;
    private final MailLines lines;
    private final MailSettings settings;

    MailChannel(Side<M> side, JavaMailSenderImpl server, MailSettings settings, MailLines lines) {
        this.side = side;
        this.server = server;
        this.settings = settings;
        this.lines = lines;
    }

    @Override
    public Side<M> side() {
        return side;
    }

    @Override
    public ContactChannel kind() {
        return ContactChannel.MAIL;
    }

    @Override
    public int workers() {
        return 4;
    }

    @Override
    public Optional<String> messageId(long notice) {
        return Optional.of("<notice-%d@%s>".formatted(notice, settings.domain()));
    }

    @Override
    public Outcome send(M message) {
        String id = message.messageId().orElseThrow();
        MimeMessage mail;
        try {
            mail = written(message, id);
        } catch (AddressException notAnAddress) {
            return new PermanentFailure("address", "the mail library does not take the address");
        } catch (MessagingException unusable) {
            return new PermanentFailure("mail", unusable.getClass().getSimpleName());
        }
        try {
            lines.send(mail);
            return new Accepted(id);
        } catch (NotConnected failed) {
            return failed.getCause() instanceof AuthenticationFailedException
                    ? new TemporaryFailure("login", "the mail server does not let us in")
                    : new TemporaryFailure("unreachable", "the mail server cannot be reached");
        } catch (MessagingException failed) {
            return outcome(failed);
        }
    }

    @Override
    public void rest() {
        lines.rest();
    }

    private MimeMessage written(Message message, String id) throws MessagingException {
        var mail = server.createMimeMessage();
        var helper = new MimeMessageHelper(mail, StandardCharsets.UTF_8.name());
        helper.setFrom(settings.from());
        helper.setTo(message.address());
        helper.setSubject(message.subject());
        helper.setText(message.text());
        mail.setHeader("Message-ID", id);
        return mail;
    }

    /** A mail server keeps no list that could be asked. */
    @Override
    public Trace trace(M message, Predicate<String> known) {
        return new Unaskable();
    }

    private static Outcome outcome(MessagingException failed) {
        Optional<Integer> answer = causes(failed)
                .map(MailChannel::serverCode)
                .flatMap(Optional::stream)
                .findFirst();
        if (answer.isEmpty()) {
            return new Unclear("broken", "the connection to the mail server broke");
        }
        String code = answer.get().toString();
        return answer.get() >= 500
                ? new PermanentFailure(code, "the mail server refuses it")
                : new TemporaryFailure(code, "the mail server cannot take it now");
    }

    private static Optional<Integer> serverCode(Throwable cause) {
        if (cause instanceof SMTPAddressFailedException address) {
            return Optional.of(address.getReturnCode());
        }
        if (cause instanceof SMTPSenderFailedException sender) {
            return Optional.of(sender.getReturnCode());
        }
        if (cause instanceof SMTPSendFailedException send && send.getReturnCode() > 0) {
            return Optional.of(send.getReturnCode());
        }
        return Optional.empty();
    }

    /** The library hangs the address's own failure behind the general one. */
    private static Stream<Throwable> causes(MessagingException failed) {
        return Stream.<Throwable>iterate(failed, cause -> cause != null, MailChannel::next)
                .sorted((a, b) -> Boolean.compare(
                        b instanceof SMTPAddressFailedException, a instanceof SMTPAddressFailedException));
    }

    private static Throwable next(Throwable failure) {
        return failure instanceof MessagingException messaging && messaging.getNextException() != null
                ? messaging.getNextException()
                : failure.getCause();
    }
}
