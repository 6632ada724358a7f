package org.keizoku.notice.watch;

import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.keizoku.notice.OutsideSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Tells the outside that all goes well; who is not told any more raises the alarm, also where this whole machine is gone. */
@Component
class LifeSign {

    private static final Logger LOG = LoggerFactory.getLogger(LifeSign.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final WatchSettings settings;
    private final Clock clock;
    private final HttpClient http;
    private volatile Instant heardAt;
    private boolean failing;

    LifeSign(WatchSettings settings, OutsideSettings outside, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        var builder = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(PATIENCE)
                .followRedirects(HttpClient.Redirect.NEVER);
        outside.proxy().map(ProxySelector::of).ifPresent(builder::proxy);
        this.http = builder.build();
    }

    /** Calls the address that is set, once, and does not fail with it: the watch goes on. */
    void give() {
        if (settings.heartbeatUrl() == null) {
            return;
        }
        String trouble = call(settings.heartbeatUrl());
        if (trouble != null && !failing) {
            LOG.warn(
                    "the sign of life did not reach {}: {}",
                    settings.heartbeatUrl().getHost(),
                    trouble);
        }
        failing = trouble != null;
        heardAt = failing ? heardAt : clock.instant();
    }

    /** When a sign was last heard; empty where none was since the start. */
    Optional<Instant> heardAt() {
        return Optional.ofNullable(heardAt);
    }

    /** One time-out over all: that of the request itself ends with the first byte of the answer. Null where it was heard. */
    private String call(URI address) {
        var answer = http.sendAsync(
                HttpRequest.newBuilder(address).POST(BodyPublishers.noBody()).build(), BodyHandlers.discarding());
        try {
            int status = answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS).statusCode();
            return status / 100 == 2 ? null : "answered " + status;
        } catch (TimeoutException tooSlow) {
            answer.cancel(true);
            return "no answer in time";
        } catch (ExecutionException failed) {
            return failed.getCause().getClass().getSimpleName();
        } catch (InterruptedException stopped) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            return "stopped";
        }
    }
}
