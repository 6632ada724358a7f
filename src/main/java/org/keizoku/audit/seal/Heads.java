package org.keizoku.audit.seal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Posts each newest signed head to an address outside, where nobody who rewrites this database can take it back. */
@Component
class Heads implements MeterBinder {

    private static final Logger LOG = LoggerFactory.getLogger(Heads.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int LOOKS_BETWEEN_ATTEMPTS = 12;

    private final SealSettings settings;
    private final ObjectMapper json;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final AtomicLong failures = new AtomicLong();
    private long told;
    private boolean failing;
    private int looksToWait;

    Heads(SealSettings settings, ObjectMapper json) {
        this.settings = settings;
        this.json = json;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        FunctionCounter.builder("keizoku.ledger.heads.failed", failures, AtomicLong::doubleValue)
                .description("attempts to tell the newest head outside that failed")
                .register(registry);
    }

    /** Tells the head unless it is told already; after a failure again once a minute. */
    void tell(Seal newest) {
        if (settings.headsUrl() == null || newest.head().no() == told || looksToWait-- > 0) {
            return;
        }
        try {
            post(settings.headsUrl(), written(newest));
            told = newest.head().no();
            looksToWait = 0;
            failing = false;
        } catch (NotTold why) {
            failed(why);
        }
    }

    private void failed(NotTold why) {
        failures.incrementAndGet();
        looksToWait = LOOKS_BETWEEN_ATTEMPTS - 1;
        if (!failing) {
            LOG.warn("the ledger's newest head did not reach {}: {}", settings.headsUrl(), why.getMessage());
        }
        failing = true;
    }

    /** One time-out over all: that of the request itself ends with the first byte of the answer. */
    private void post(URI address, String head) throws NotTold {
        var request = HttpRequest.newBuilder(address)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(head))
                .build();
        var answer = http.sendAsync(request, BodyHandlers.discarding());
        try {
            int status = answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS).statusCode();
            if (status / 100 != 2) {
                throw new NotTold("answered " + status);
            }
        } catch (TimeoutException tooSlow) {
            answer.cancel(true);
            throw new NotTold("no answer in time");
        } catch (ExecutionException failed) {
            throw new NotTold(String.valueOf(failed.getCause()));
        } catch (InterruptedException stopped) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new NotTold("stopped");
        }
    }

    private String written(Seal seal) {
        try {
            return json.writeValueAsString(seal.said());
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException(unwritable);
        }
    }

    private static final class NotTold extends Exception {

        private static final long serialVersionUID = 1L;

        NotTold(String why) {
            super(why);
        }
    }
}
