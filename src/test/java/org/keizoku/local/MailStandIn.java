package org.keizoku.local;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.ConcurrentModificationException;
import java.util.List;

/** A stand-in for the office's mail server: takes every mail and keeps it in memory. No mail leaves the machine. */
public final class MailStandIn implements AutoCloseable {

    private static final String LOOPBACK = InetAddress.getLoopbackAddress().getHostAddress();

    private final List<Mail> beforeItWentAway = new ArrayList<>();
    private final GreenMail server;

    private MailStandIn(int port) {
        server = new GreenMail(new ServerSetup(port, LOOPBACK, ServerSetup.PROTOCOL_SMTP));
        server.start();
    }

    /** On this port, or a free one where it is taken (0: any). */
    public static MailStandIn on(int port) {
        return new MailStandIn(free(port));
    }

    public String host() {
        return LOOPBACK;
    }

    public int port() {
        return server.getSmtp().getPort();
    }

    /** Every mail taken so far, oldest first; one with several recipients counts once for each. */
    public synchronized List<Mail> received() {
        while (true) {
            try {
                return look();
            } catch (ConcurrentModificationException oneCameMeanwhile) {
                Thread.onSpinWait();
            }
        }
    }

    private List<Mail> look() {
        List<Mail> mails = new ArrayList<>(beforeItWentAway);
        if (!server.isRunning()) {
            return mails;
        }
        try {
            for (GreenMailUser user : server.getUserManager().listUser()) {
                var inbox = server.getManagers().getImapHostManager().getInbox(user);
                for (var message : inbox.getMessages()) {
                    mails.add(mail(
                            user.getEmail(),
                            message.getMimeMessage(),
                            message.getReceivedDate().toInstant()));
                }
            }
        } catch (ConcurrentModificationException oneCameMeanwhile) {
            throw oneCameMeanwhile;
        } catch (Exception unreadable) {
            throw new IllegalStateException("a mail that was taken cannot be read", unreadable);
        }
        mails.sort(Comparator.comparing(Mail::at));
        return mails;
    }

    public List<Mail> receivedBy(String address) {
        return received().stream()
                .filter(mail -> mail.to().equalsIgnoreCase(address))
                .toList();
    }

    /** Nobody listens any more, until {@link #back()}. */
    public synchronized void away() {
        List<Mail> soFar = received();
        beforeItWentAway.clear();
        beforeItWentAway.addAll(soFar);
        server.stop();
    }

    public void back() {
        server.start();
    }

    /** Back to an empty memory. */
    public synchronized void reset() {
        beforeItWentAway.clear();
        try {
            server.purgeEmailFromAllMailboxes();
        } catch (Exception notEmptied) {
            throw new IllegalStateException(notEmptied);
        }
    }

    @Override
    public void close() {
        server.stop();
    }

    private static Mail mail(String to, MimeMessage message, Instant at) throws MessagingException, IOException {
        return new Mail(
                to,
                message.getFrom() == null ? "" : message.getFrom()[0].toString(),
                message.getSubject(),
                text(message),
                at,
                message.getMessageID());
    }

    /** The first text of a mail, however deep it lies. */
    private static String text(Part part) throws MessagingException, IOException {
        if (part.getContent() instanceof Multipart several) {
            for (int n = 0; n < several.getCount(); n++) {
                String found = text(several.getBodyPart(n));
                if (!found.isEmpty()) {
                    return found;
                }
            }
            return "";
        }
        return part.isMimeType("text/*") ? part.getContent().toString() : "";
    }

    private static int free(int port) {
        try (var wanted = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return wanted.getLocalPort();
        } catch (BindException taken) {
            return free(0);
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
    }
}
