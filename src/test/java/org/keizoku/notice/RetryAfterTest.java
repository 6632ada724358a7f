package org.keizoku.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {

    private static final String NOW = "Mon, 01 Jun 2026 17:14:00 GMT";

    @Test
    void seconds_are_seconds() {
        assertThat(RetryAfter.of(headers("30"))).contains(Duration.ofSeconds(30));
    }

    @Test
    void a_date_counts_from_the_answers_own_date_and_not_from_our_clock() {
        assertThat(RetryAfter.of(headers("Mon, 01 Jun 2026 17:15:30 GMT"))).contains(Duration.ofSeconds(90));
    }

    @Test
    void more_than_our_own_longest_wait_is_not_believed() {
        assertThat(RetryAfter.of(headers("86400"))).contains(Duration.ofMinutes(15));
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "-5", "Mon, 01 Jun 2026 17:13:59 GMT", "9999999999"})
    void what_cannot_be_meant_is_nothing(String asked) {
        assertThat(RetryAfter.of(headers(asked))).isEmpty();
    }

    @Test
    void nothing_is_nothing() {
        assertThat(RetryAfter.of(HttpHeaders.of(Map.of(), (name, value) -> true)))
                .isEmpty();
    }

    private static HttpHeaders headers(String retryAfter) {
        return HttpHeaders.of(Map.of("Retry-After", List.of(retryAfter), "Date", List.of(NOW)), (name, value) -> true);
    }
}
