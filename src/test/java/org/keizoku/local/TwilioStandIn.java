package org.keizoku.local;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A stand-in for Twilio on this machine: takes messages as the published API does, fails as told, and reports back what "the carrier"
 * did. No SMS leaves the machine.
 */
public final class TwilioStandIn implements AutoCloseable {

    private final Map<String, Sms> taken = new LinkedHashMap<>();
    private final Queue<Answer> next = new ConcurrentLinkedQueue<>();
    private final Map<String, Answer> byNumber = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newCachedThreadPool(TwilioStandIn::daemon);
    private final HttpServer server;
    private final StatusCallbacks callbacks;
    private final Clock clock;
    private volatile Answer usual = Answer.accepted();

    private TwilioStandIn(HttpServer server, String accountSid, String authToken, Clock clock) {
        this.server = server;
        this.clock = clock;
        this.callbacks = new StatusCallbacks(accountSid, authToken);
        server.createContext("/" + TwilioApi.VERSION + "/", new TwilioApi(this, accountSid, authToken));
        server.setExecutor(threads);
        server.start();
    }

    /** On this port, or a free one where it is taken (0: any). */
    public static TwilioStandIn on(int port, String accountSid, String authToken) {
        return on(port, accountSid, authToken, Clock.systemUTC());
    }

    /** The same, with the clock that stamps the messages: a test that moves the clock gives its own. */
    public static TwilioStandIn on(int port, String accountSid, String authToken, Clock clock) {
        try {
            return new TwilioStandIn(bound(port), accountSid, authToken, clock);
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
    }

    /** What {@code keizoku.sms.base-url} is set to. */
    public URI address() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    /** Serves something else on the same port. */
    TwilioStandIn serving(String path, HttpHandler handler) {
        server.createContext(path, handler);
        return this;
    }

    /** Every message taken so far, oldest first, each with its latest status. */
    public List<Sms> received() {
        synchronized (taken) {
            return List.copyOf(taken.values());
        }
    }

    public List<Sms> receivedBy(String number) {
        return received().stream().filter(sms -> sms.to().equals(number)).toList();
    }

    public Optional<Sms> find(String sid) {
        synchronized (taken) {
            return Optional.ofNullable(taken.get(sid));
        }
    }

    /** The next requests get these answers, one each. */
    public void next(Answer... answers) {
        next.addAll(List.of(answers));
    }

    /** Every request for this number gets this answer. */
    public void whenever(String number, Answer answer) {
        byNumber.put(number, answer);
    }

    /** Every request that nothing else was said about gets this answer. */
    public void usually(Answer answer) {
        usual = answer;
    }

    /** Back to an empty memory and to accepting everything. */
    public void reset() {
        next.clear();
        byNumber.clear();
        usual = Answer.accepted();
        synchronized (taken) {
            taken.clear();
        }
    }

    /** The carrier brings a message into this state and reports it; the HTTP status of the callback's answer, 0 where there is none. */
    public int report(String sid, String status) {
        return report(sid, status, null);
    }

    public int report(String sid, String status, Integer errorCode) {
        Sms sms;
        synchronized (taken) {
            sms = Optional.ofNullable(taken.get(sid)).orElseThrow().with(status, errorCode);
            taken.put(sid, sms);
        }
        return sms.statusCallback() == null ? 0 : callbacks.post(sms);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    Answer answerFor(String number) {
        Answer once = next.poll();
        return once != null ? once : byNumber.getOrDefault(number, usual);
    }

    Sms take(Form form, String from) {
        String callback = form.get("StatusCallback");
        var sms = new Sms(
                "SM" + LocalSecret.random(),
                form.get("To"),
                from,
                form.get("Body"),
                clock.instant(),
                callback.isEmpty() ? null : callback,
                "queued",
                null);
        synchronized (taken) {
            taken.put(sms.sid(), sms);
        }
        return sms;
    }

    void reportLater(Sms sms, List<String> states) {
        var left = new ArrayList<>(states);
        if (!left.isEmpty()) {
            threads.execute(() -> left.forEach(state -> report(sms.sid(), state, errorCodeOf(state))));
        }
    }

    /** 30003: the handset cannot be reached. */
    private static Integer errorCodeOf(String state) {
        return List.of("undelivered", "failed").contains(state) ? 30003 : null;
    }

    private static HttpServer bound(int port) throws IOException {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (BindException taken) {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        }
    }

    private static Thread daemon(Runnable work) {
        var thread = new Thread(work, "twilio-stand-in");
        thread.setDaemon(true);
        return thread;
    }
}
