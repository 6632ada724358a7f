package org.keizoku.notice;

import java.net.http.HttpHeaders;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** For how long a provider asks to be left alone: RFC 9110, 10.2.3, in seconds or as a date, which counts from the answer's own. */
final class RetryAfter {

    private RetryAfter() {}

    /** Empty where it does not say, or not readably. */
    static Optional<Duration> of(HttpHeaders headers) {
        return headers.firstValue("Retry-After")
                .map(String::strip)
                .flatMap(asked -> asked.matches("\\d{1,9}")
                        ? Optional.of(Duration.ofSeconds(Long.parseLong(asked)))
                        : headers.firstValue("Date").flatMap(now -> between(now, asked)))
                .map(BackOff::within);
    }

    private static Optional<Duration> between(String now, String until) {
        try {
            Duration wait = Duration.between(date(now), date(until));
            return wait.isNegative() ? Optional.empty() : Optional.of(wait);
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    private static ZonedDateTime date(String words) {
        return ZonedDateTime.parse(words.strip(), DateTimeFormatter.RFC_1123_DATE_TIME);
    }
}
