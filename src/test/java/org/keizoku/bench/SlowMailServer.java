package org.keizoku.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** Just enough of a mail server: it counts mails and connections, keeps none, and takes its time for each. */
final class SlowMailServer implements AutoCloseable {

    private final ServerSocket door = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
    private final AtomicInteger mails = new AtomicInteger();
    private final AtomicInteger lines = new AtomicInteger();
    private final Duration perMail;

    SlowMailServer(Duration perMail) throws IOException {
        this.perMail = perMail;
        inBackground(() -> {
            while (!door.isClosed()) {
                Socket caller = door.accept();
                caller.setTcpNoDelay(true);
                lines.incrementAndGet();
                inBackground(() -> serve(caller));
            }
        });
    }

    int port() {
        return door.getLocalPort();
    }

    int mails() {
        return mails.get();
    }

    int lines() {
        return lines.get();
    }

    @Override
    public void close() throws IOException {
        door.close();
    }

    private void serve(Socket caller) throws IOException, InterruptedException {
        try (caller;
                var said =
                        new BufferedReader(new InputStreamReader(caller.getInputStream(), StandardCharsets.US_ASCII));
                var answer = new PrintStream(caller.getOutputStream(), true, StandardCharsets.US_ASCII)) {
            answer.print("220 slow\r\n");
            for (String line = said.readLine(); line != null; line = said.readLine()) {
                if (line.equals("DATA")) {
                    answer.print("354 go ahead\r\n");
                    readMail(said);
                    Thread.sleep(perMail.toMillis());
                    mails.incrementAndGet();
                }
                answer.print(line.equals("QUIT") ? "221 bye\r\n" : "250 well\r\n");
            }
        }
    }

    private static void readMail(BufferedReader said) throws IOException {
        String line = said.readLine();
        while (line != null && !line.equals(".")) {
            line = said.readLine();
        }
    }

    private static void inBackground(Work work) {
        var thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (IOException hungUp) {
                        // The caller has what it wanted.
                    } catch (InterruptedException stopped) {
                        Thread.currentThread().interrupt();
                    }
                },
                "slow-mail-server");
        thread.setDaemon(true);
        thread.start();
    }

    private interface Work {
        void run() throws IOException, InterruptedException;
    }
}
