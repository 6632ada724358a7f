package org.keizoku.plan.workbook;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.keizoku.platform.workbook.Spoken;

/** A length of time as people write it, {@code 3時間} or {@code 1日12時間}, and as plans do, {@code PT3H}. */
final class SpokenDuration {

    private static final String NUMBER = "(\\d{1,5}(?:\\.\\d{1,3})?)";
    private static final Pattern SPOKEN = Pattern.compile("(?:%1$s(?:週間|週|w))?(?:%1$s(?:日間|日|days?|d))?"
            .formatted(NUMBER)
            .concat("(?:%1$s(?:時間|hours?|hr|h)(半)?)?(?:%1$s(?:分間|分|minutes?|min|m))?(?:%1$s(?:秒間|秒|sec|s))?"
                    .formatted(NUMBER)));

    private static final BigDecimal WEEK = BigDecimal.valueOf(7 * 86_400L);
    private static final BigDecimal DAY = BigDecimal.valueOf(86_400);
    private static final BigDecimal HOUR = BigDecimal.valueOf(3_600);
    private static final BigDecimal MINUTE = BigDecimal.valueOf(60);

    private SpokenDuration() {}

    /** In the units that are not 0; nothing at all is {@code 0分}. */
    static String told(Duration span) {
        String told = unit(span.toDays(), "日")
                + unit(span.toHoursPart(), "時間")
                + unit(span.toMinutesPart(), "分")
                + unit(span.toSecondsPart(), "秒");
        return told.isEmpty() ? "0分" : told;
    }

    /** As a plan writes it: whole days as days. */
    static String inPlan(Duration span) {
        Duration rest = span.minusDays(span.toDays());
        String days = span.toDays() > 0 ? "P%dD".formatted(span.toDays()) : "P";
        return rest.isZero() && span.toDays() > 0
                ? days
                : days + rest.toString().substring(1);
    }

    /** What the words mean, also {@code 3h}, {@code 1.5時間}, {@code 半日} or {@code 3日以内}; empty where they mean nothing. */
    static Optional<Duration> read(String words) {
        String plain = Spoken.key(words).toLowerCase(Locale.ROOT).replaceFirst("以内$", "");
        return switch (plain) {
            case "" -> Optional.empty();
            case "即時", "0" -> Optional.of(Duration.ZERO);
            case "半日" -> Optional.of(Duration.ofHours(12));
            default -> plain.startsWith("p") ? ofPlan(plain) : spoken(SPOKEN.matcher(plain));
        };
    }

    private static Optional<Duration> ofPlan(String text) {
        try {
            return Optional.of(Duration.parse(text)).filter(span -> !span.isNegative());
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    private static Optional<Duration> spoken(Matcher words) {
        if (!words.matches()) {
            return Optional.empty();
        }
        BigDecimal seconds = times(words.group(1), WEEK)
                .add(times(words.group(2), DAY))
                .add(times(words.group(3), HOUR))
                .add(words.group(4) == null ? BigDecimal.ZERO : MINUTE.multiply(BigDecimal.valueOf(30)))
                .add(times(words.group(5), MINUTE))
                .add(times(words.group(6), BigDecimal.ONE));
        return Optional.of(Duration.ofSeconds(seconds.longValue()));
    }

    private static BigDecimal times(String number, BigDecimal unit) {
        return number == null ? BigDecimal.ZERO : new BigDecimal(number).multiply(unit);
    }

    private static String unit(long number, String unit) {
        return number == 0 ? "" : number + unit;
    }
}
