package org.keizoku.notice;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.keizoku.notice.Outcome.Accepted;
import org.keizoku.notice.Outcome.PermanentFailure;
import org.keizoku.notice.Outcome.TemporaryFailure;
import org.keizoku.notice.Outcome.Unclear;
import org.keizoku.notice.Trace.Unaskable;
import org.keizoku.people.contact.ContactChannel;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;

/** Mail by SMTP; a mail that goes twice bears the same Message-ID, by which mail servers and readers know it. */
final class MailChannel<M extends Message> implements Channel<M> {

    private final Side<M> side;
    private final JavaMailSender sender;
    private final MailSettings settings;

    MailChannel(Side<M> side, JavaMailSender sender, MailSettings settings) {
        this.side = side;
        this.sender = sender;
        this.settings = settings;
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
        return 2;
    }

    @Override
    public Optional<String> messageId(long notice) {
        return Optional.of("<notice-%d@%s>".formatted(notice, settings.domain()));
    }

    @Override
    public Outcome send(M message) {
        String id = message.messageId().orElseThrow();
        try {
            var mail = sender.createMimeMessage();
            var helper = new MimeMessageHelper(mail, StandardCharsets.UTF_8.name());
            helper.setFrom(settings.from());
            helper.setTo(message.address());
            helper.setSubject(message.subject());
            helper.setText(message.text());
            mail.setHeader("Message-ID", id);
            sender.send(mail);
            return new Accepted(id);
        } catch (AddressException notAnAddress) {
            return new PermanentFailure("address", "the mail library does not take the address");
        } catch (MessagingException unusable) {
            return new PermanentFailure("mail", unusable.getClass().getSimpleName());
        } catch (MailAuthenticationException ourAccount) {
            return new TemporaryFailure("login", "the mail server does not let us in");
        } catch (MailException failed) {
            return outcome(failed);
        }
    }

    /** A mail server keeps no list that could be asked. */
    @Override
    public Trace trace(M message, Predicate<String> known) {
        return new Unaskable();
    }

    private static Outcome outcome(MailException failed) {
        Optional<Integer> answer = causes(failed)
                .map(MailChannel::serverCode)
                .flatMap(Optional::stream)
                .findFirst();
        if (answer.isPresent()) {
            String code = answer.get().toString();
            return answer.get() >= 500
                    ? new PermanentFailure(code, "the mail server refuses it")
                    : new TemporaryFailure(code, "the mail server cannot take it now");
        }
        // Spring gives a cause of its own to a connection that could not be made, and none to a message that failed.
        boolean neverConnected = failed.getCause() != null;
        return neverConnected
                ? new TemporaryFailure("unreachable", "the mail server cannot be reached")
                : new Unclear("broken", "the connection to the mail server broke");
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
    private static Stream<Throwable> causes(MailException failed) {
        Stream<Exception> first =
                failed instanceof MailSendException send ? Stream.of(send.getMessageExceptions()) : Stream.empty();
        return first.flatMap(start -> Stream.<Throwable>iterate(start, cause -> cause != null, MailChannel::next))
                .sorted((a, b) -> Boolean.compare(
                        b instanceof SMTPAddressFailedException, a instanceof SMTPAddressFailedException));
    }

    private static Throwable next(Throwable failure) {
        return failure instanceof MessagingException messaging && messaging.getNextException() != null
                ? messaging.getNextException()
                : failure.getCause();
    }
}
