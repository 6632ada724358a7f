package org.keizoku.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keizoku.notice.Outcome.TemporaryFailure;
import org.keizoku.notice.Outcome.Unclear;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** A mail server that hangs up in the middle of a mail, as any line does some day. */
class BrokenMailTest {

    /** The server does not have the words of the mail; where the library does not tell how far it came, it goes again with a word of doubt. */
    @ParameterizedTest
    @ValueSource(strings = {"EHLO", "MAIL", "RCPT"})
    void a_line_that_breaks_before_the_words_is_tried_again(String until) throws Exception {
        assertThat(sentUntil(until)).isInstanceOfAny(TemporaryFailure.class, Unclear.class);
    }

    /** Whether the server took it nobody knows: it goes again and says so. */
    @ParameterizedTest
    @ValueSource(strings = {"DATA", "."})
    void a_line_that_breaks_with_or_after_the_words_leaves_an_end_that_nobody_knows(String until) throws Exception {
        assertThat(sentUntil(until)).isInstanceOf(Unclear.class);
    }

    private static Outcome sentUntil(String word) throws IOException {
        try (var door = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            var server = new Thread(() -> hangUpAt(word, door), "hangs-up");
            server.setDaemon(true);
            server.start();
            var sender = new JavaMailSenderImpl();
            sender.setHost("localhost");
            sender.setPort(door.getLocalPort());
            sender.getJavaMailProperties().put("mail.smtp.timeout", "5000");
            var channel = new MailChannel<>(
                    new Side.Real(),
                    sender,
                    new MailSettings("bcp@city.example"),
                    new MailLines(sender, System::nanoTime));
            return channel.send(
                    new RealMessage(1, null, "joho1@city.example", "件名", "本文", Optional.of("<notice-1@city.example>")));
        }
    }

    private static void hangUpAt(String word, ServerSocket door) {
        while (!door.isClosed()) {
            try (Socket caller = door.accept();
                    var said = new BufferedReader(
                            new InputStreamReader(caller.getInputStream(), StandardCharsets.US_ASCII));
                    var answer = new PrintStream(caller.getOutputStream(), true, StandardCharsets.US_ASCII)) {
                answer.print("220 short of patience\r\n");
                boolean words = false;
                for (String line = said.readLine(); line != null && !line.startsWith(word); line = said.readLine()) {
                    if (!words || line.equals(".")) {
                        words = line.equals("DATA");
                        answer.print(words ? "354 go ahead\r\n" : "250 well\r\n");
                    }
                }
            } catch (IOException theTestIsOver) {
                return;
            }
        }
    }
}
