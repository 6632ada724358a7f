package org.keizoku.notice;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.util.StringUtils;

/**
 * Connections to the mail server that stay open from one mail to the next: greeting, TLS and login cost more than the mail. A line that
 * failed is never used again, and one that lies idle is asked first whether it still stands, so that a mail does not break on a line
 * that the server gave up long ago, which would leave its end unknown.
 */
final class MailLines {

    /** Shorter than servers wait before they hang up (RFC 5321, 4.5.3.2.7: five minutes; busy ones take less). */
    static final Duration IDLE = Duration.ofSeconds(30);

    /** Some servers refuse more mails on one line. */
    static final int MAILS_PER_LINE = 100;

    private final JavaMailSenderImpl server;
    private final LongSupplier nanos;
    private final Deque<Line> idle = new ArrayDeque<>();

    /** @param nanos a time that only goes forward: the server's patience does not follow the engine's clock */
    MailLines(JavaMailSenderImpl server, LongSupplier nanos) {
        this.server = server;
        this.nanos = nanos;
    }

    /** Hands the mail over; a NotConnected says that it certainly did not leave. */
    void send(MimeMessage mail) throws MessagingException {
        String id = mail.getMessageID();
        mail.saveChanges();
        mail.setHeader("Message-ID", id);
        Line line = standing().orElseGet(this::opened);
        try {
            line.transport.sendMessage(mail, mail.getAllRecipients());
        } catch (MessagingException | RuntimeException failed) {
            line.close();
            throw failed;
        }
        line.sent++;
        keep(line);
    }

    /** Hangs up what lay idle for too long. */
    void rest() {
        Optional<Line> tired = tired();
        while (tired.isPresent()) {
            tired.get().close();
            tired = tired();
        }
    }

    private synchronized Optional<Line> tired() {
        Line oldest = idle.peekLast();
        if (oldest == null || nanos.getAsLong() - oldest.usedAt < IDLE.toNanos()) {
            return Optional.empty();
        }
        return Optional.of(idle.pollLast());
    }

    private Optional<Line> standing() {
        for (Line line = next(); line != null; line = next()) {
            if (line.transport.isConnected()) {
                return Optional.of(line);
            }
            line.close();
        }
        return Optional.empty();
    }

    private synchronized Line next() {
        return idle.pollFirst();
    }

    private void keep(Line line) {
        if (line.sent >= MAILS_PER_LINE) {
            line.close();
            return;
        }
        synchronized (this) {
            line.usedAt = nanos.getAsLong();
            idle.addFirst(line);
        }
    }

    private Line opened() {
        try {
            Session session = server.getSession();
            Transport transport = session.getTransport(protocol(session));
            transport.connect(
                    server.getHost(), server.getPort(), login(server.getUsername()), login(server.getPassword()));
            return new Line(transport);
        } catch (MessagingException refused) {
            throw new NotConnected(refused);
        }
    }

    private String protocol(Session session) {
        String set =
                server.getProtocol() != null ? server.getProtocol() : session.getProperty("mail.transport.protocol");
        return StringUtils.hasText(set) ? set : JavaMailSenderImpl.DEFAULT_PROTOCOL;
    }

    private static String login(String set) {
        return StringUtils.hasText(set) ? set : null;
    }

    /** No line to the mail server could be had. */
    static final class NotConnected extends RuntimeException {

        private static final long serialVersionUID = 1L;

        NotConnected(MessagingException why) {
            super(why);
        }
    }

    private static final class Line {

        private final Transport transport;
        private int sent;
        private long usedAt;

        Line(Transport transport) {
            this.transport = transport;
        }

        void close() {
            try {
                transport.close();
            } catch (MessagingException alreadyGone) {
                // It is not used any more either way.
            }
        }
    }
}
