package org.keizoku.notice;

import com.twilio.constant.EnumConstants;
import com.twilio.http.HttpMethod;
import com.twilio.http.Request;
import com.twilio.http.Response;
import java.net.ConnectException;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The HTTP under the provider's library: one attempt, ten seconds, to the address that is configured. The library's own would post a
 * message again on every 5xx, up to three times, and nothing at the provider notices that it is the same message.
 */
final class SingleAttemptHttp extends com.twilio.http.HttpClient {

    private static final int TOO_MANY = 429;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final HttpClient http;
    private final Optional<String> baseUrl;

    SingleAttemptHttp(Optional<String> baseUrl, Optional<ProxySelector> proxy) {
        this.baseUrl = baseUrl.map(url -> url.replaceAll("/+$", ""));
        var builder = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(PATIENCE)
                .followRedirects(HttpClient.Redirect.NEVER);
        proxy.ifPresent(builder::proxy);
        this.http = builder.build();
    }

    @Override
    public Response reliableRequest(Request request, int[] retryCodes, int retries, long delayMillis) {
        return makeRequest(request);
    }

    @Override
    public Response makeRequest(Request request) {
        HttpResponse<String> response = exchange(translated(request));
        int status = response.statusCode();
        Optional<Duration> quiet = RetryAfter.of(response.headers());
        if (status == TOO_MANY) {
            throw new ProviderTrouble(
                    String.valueOf(status),
                    false,
                    "the provider has too much",
                    quiet.or(() -> Optional.of(BackOff.MOMENT)));
        }
        if (status >= 500) {
            throw new ProviderTrouble(String.valueOf(status), status != 503, "the provider answered " + status, quiet);
        }
        return new Response(response.body(), status);
    }

    private HttpRequest translated(Request request) {
        var url = request.constructURL();
        var address = baseUrl.map(base -> base + url.getFile()).orElse(url.toString());
        var translated = HttpRequest.newBuilder(URI.create(address)).timeout(PATIENCE);
        if (request.requiresAuthentication()) {
            translated.header("Authorization", request.getAuthString());
        }
        translated.header("Accept", "application/json");
        if (request.getMethod() == HttpMethod.POST) {
            translated.header("Content-Type", EnumConstants.ContentType.FORM_URLENCODED.getValue());
            translated.POST(BodyPublishers.ofString(request.encodeFormBody()));
        }
        return translated.build();
    }

    /** The time-out of the request itself ends with the first byte of the answer; this one ends with the last. */
    private HttpResponse<String> exchange(HttpRequest request) {
        var answer = http.sendAsync(request, BodyHandlers.ofString());
        try {
            return answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException tooSlow) {
            answer.cancel(true);
            throw new ProviderTrouble("timeout", true, "the provider did not answer in time");
        } catch (ExecutionException failed) {
            throw trouble(failed.getCause());
        } catch (InterruptedException stopped) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new ProviderTrouble("stopped", true, "we were stopped while the provider had it");
        }
    }

    private static ProviderTrouble trouble(Throwable cause) {
        boolean neverConnected = cause instanceof HttpConnectTimeoutException
                || cause instanceof ConnectException
                || cause instanceof UnresolvedAddressException;
        return new ProviderTrouble(
                neverConnected ? "unreachable" : "broken",
                !neverConnected,
                cause.getClass().getSimpleName());
    }
}
