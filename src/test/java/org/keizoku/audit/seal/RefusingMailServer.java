package org.keizoku.audit.seal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A mail server that refuses one recipient for good and takes all others. */
final class RefusingMailServer implements AutoCloseable {

    private final ServerSocket door = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    private final List<String> taken = new CopyOnWriteArrayList<>();
    private final String refused;

    RefusingMailServer(String refused) throws IOException {
        this.refused = refused;
        var server = new Thread(this::serve, "refuses");
        server.setDaemon(true);
        server.start();
    }

    int port() {
        return door.getLocalPort();
    }

    /** Whose mails it took. */
    List<String> taken() {
        return taken;
    }

    private void serve() {
        while (!door.isClosed()) {
            try (Socket caller = door.accept();
                    var said = new BufferedReader(
                            new InputStreamReader(caller.getInputStream(), StandardCharsets.US_ASCII));
                    var answer = new PrintStream(caller.getOutputStream(), true, StandardCharsets.US_ASCII)) {
                answer.print("220 strict\r\n");
                talk(said, answer);
            } catch (IOException theTestIsOver) {
                return;
            }
        }
    }

    private void talk(BufferedReader said, PrintStream answer) throws IOException {
        String recipient = "";
        boolean words = false;
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            if (words) {
                words = !line.equals(".");
                if (!words) {
                    taken.add(recipient);
                    answer.print("250 taken\r\n");
                }
            } else if (line.contains(refused)) {
                answer.print("550 no such mailbox\r\n");
            } else if (line.equals("DATA")) {
                words = true;
                answer.print("354 go ahead\r\n");
            } else if (line.startsWith("RCPT")) {
                recipient = line.replaceAll(".*<(.*)>.*", "$1");
                answer.print("250 well\r\n");
            } else {
                answer.print("250 well\r\n");
            }
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
