package org.keizoku.scenario;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A line to the mail server that can be held: the server takes the mail, and whoever sent it does not hear so until it is released. */
final class HeldLine implements AutoCloseable {

    private static final String GO_AHEAD = "354";

    private final ServerSocket door;
    private final String host;
    private final int port;
    private boolean held;

    HeldLine(String host, int port) throws IOException {
        this.host = host;
        this.port = port;
        this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        inBackground(this::serve);
    }

    int port() {
        return door.getLocalPort();
    }

    synchronized void hold() {
        held = true;
    }

    synchronized void release() {
        held = false;
        notifyAll();
    }

    @Override
    public void close() throws IOException {
        door.close();
    }

    private void serve() throws IOException {
        while (!door.isClosed()) {
            Socket caller = door.accept();
            inBackground(() -> connect(caller));
        }
    }

    private void connect(Socket caller) throws IOException {
        try (caller;
                var server = new Socket(host, port)) {
            inBackground(() -> caller.getInputStream().transferTo(server.getOutputStream()));
            answers(server.getInputStream(), caller.getOutputStream());
        }
    }

    /** Passes the server's answers on; the one after a mail's last line waits while the line is held. */
    private void answers(InputStream server, OutputStream caller) throws IOException {
        byte[] chunk = new byte[8192];
        boolean mailUnderWay = false;
        for (int length = server.read(chunk); length > 0; length = server.read(chunk)) {
            if (mailUnderWay) {
                waitsWhileHeld();
            }
            mailUnderWay = new String(chunk, 0, length, StandardCharsets.US_ASCII).startsWith(GO_AHEAD);
            caller.write(chunk, 0, length);
            caller.flush();
        }
    }

    private synchronized void waitsWhileHeld() throws InterruptedIOException {
        try {
            while (held) {
                wait();
            }
        } catch (InterruptedException stopped) {
            throw new InterruptedIOException();
        }
    }

    private static void inBackground(Work work) {
        var thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (IOException | UncheckedIOException hungUp) {
                        // One side was killed, which is what the line is for.
                    }
                },
                "held-line");
        thread.setDaemon(true);
        thread.start();
    }

    private interface Work {
        void run() throws IOException;
    }
}
