package org.keizoku.notice;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/** Just enough of the SMS provider for these tests: takes messages, lists them, and fails as told. */
final class ProviderStandIn {

    final List<Map<String, String>> taken = new CopyOnWriteArrayList<>();
    final List<String> posts = new CopyOnWriteArrayList<>();

    private final HttpServer server;
    private final Deque<Refusal> refusals = new ArrayDeque<>();
    private volatile Optional<String> slowNumber = Optional.empty();
    private volatile CountDownLatch slowness = new CountDownLatch(0);

    ProviderStandIn() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException taken) {
            throw new IllegalStateException(taken);
        }
        server.createContext("/2010-04-01/Accounts/AC-test/Messages.json", this::serve);
        server.setExecutor(Executors.newCachedThreadPool(work -> {
            var thread = new Thread(work);
            thread.setDaemon(true);
            return thread;
        }));
        server.start();
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    void refuseNext(int status, int code) {
        refusals.add(new Refusal(status, code, false, Optional.empty()));
    }

    /** The next message is one too many: asks to be left alone for so many seconds. */
    void askForQuiet(int seconds) {
        refusals.add(new Refusal(429, 20429, false, Optional.of(seconds)));
    }

    /** Takes the next message and then breaks the connection's promise: an error though it has it. */
    void takeNextButAnswer(int status) {
        refusals.add(new Refusal(status, 20500, true, Optional.empty()));
    }

    CountDownLatch slowFor(String number) {
        slowNumber = Optional.of(number);
        slowness = new CountDownLatch(1);
        return slowness;
    }

    void has(String to, String body) {
        has(Map.of("To", to, "Body", body));
    }

    private void has(Map<String, String> form) {
        var message = new HashMap<>(form);
        message.put("sid", "SM" + UUID.randomUUID());
        taken.add(0, message);
    }

    void reset() {
        taken.clear();
        posts.clear();
        refusals.clear();
        slowNumber = Optional.empty();
        slowness.countDown();
    }

    private void serve(HttpExchange exchange) throws IOException {
        if (exchange.getRequestMethod().equals("GET")) {
            list(exchange);
        } else {
            take(exchange);
        }
    }

    private void take(HttpExchange exchange) throws IOException {
        Map<String, String> form = form(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        String to = form.get("To");
        posts.add(to);
        if (slowNumber.filter(to::equals).isPresent()) {
            awaitSlowness();
        }
        Refusal refusal = refusals.poll();
        if (refusal != null && !refusal.takesIt()) {
            refusal.quiet()
                    .ifPresent(seconds -> exchange.getResponseHeaders().add("Retry-After", String.valueOf(seconds)));
            answer(exchange, refusal.status(), refusal.json());
            return;
        }
        has(form);
        answer(exchange, refusal == null ? 201 : refusal.status(), message(taken.get(0)));
    }

    private void list(HttpExchange exchange) throws IOException {
        String to = form(exchange.getRequestURI().getRawQuery()).get("To");
        String messages = taken.stream()
                .filter(message -> message.get("To").equals(to))
                .map(ProviderStandIn::message)
                .collect(Collectors.joining(","));
        answer(
                exchange,
                200,
                "{\"messages\":[%s],\"page\":0,\"page_size\":100,\"next_page_uri\":null,\"uri\":\"/\"}"
                        .formatted(messages));
    }

    private void awaitSlowness() {
        try {
            slowness.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static String message(Map<String, String> message) {
        return "{\"sid\":\"%s\",\"to\":\"%s\",\"body\":\"%s\",\"status\":\"queued\"}"
                .formatted(
                        message.get("sid"),
                        message.get("To"),
                        message.get("Body").replace("\n", "\\n"));
    }

    private static Map<String, String> form(String encoded) {
        return Arrays.stream(encoded.split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private record Refusal(int status, int code, boolean takesIt, Optional<Integer> quiet) {
        String json() {
            return "{\"code\":%d,\"message\":\"The 'To' number +819000000001 is not valid\",\"status\":%d}"
                    .formatted(code, status);
        }
    }
}
