package org.keizoku.notice;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A line to a server on this machine: counts the connections, and cuts them. */
final class Relay implements AutoCloseable {

    private final ServerSocket door;
    private final int port;
    private final AtomicInteger opened = new AtomicInteger();
    private final List<Socket> open = new CopyOnWriteArrayList<>();

    Relay(int port) throws IOException {
        this.port = port;
        this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        inBackground(() -> {
            while (!door.isClosed()) {
                connect(door.accept());
            }
        });
    }

    int port() {
        return door.getLocalPort();
    }

    /** How many connections were made so far. */
    int opened() {
        return opened.get();
    }

    /** The wire is cut; whoever calls again gets through. */
    void cut() throws IOException {
        for (Socket socket : open) {
            socket.close();
        }
        open.clear();
    }

    @Override
    public void close() throws IOException {
        door.close();
        cut();
    }

    /** Where nobody listens at the other end the caller is hung up on. */
    private void connect(Socket caller) throws IOException {
        opened.incrementAndGet();
        open.add(caller);
        try {
            var server = new Socket(InetAddress.getLoopbackAddress(), port);
            open.add(server);
            inBackground(() -> pass(caller, server));
            inBackground(() -> pass(server, caller));
        } catch (ConnectException nobodyListens) {
            caller.close();
        }
    }

    /** One side hangs up, and so the other does. */
    private static void pass(Socket from, Socket to) throws IOException {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        }
    }

    private static void inBackground(Work work) {
        var thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (IOException hungUp) {
                        // Which is what the line is for.
                    }
                },
                "relay");
        thread.setDaemon(true);
        thread.start();
    }

    private interface Work {
        void run() throws IOException;
    }
}
