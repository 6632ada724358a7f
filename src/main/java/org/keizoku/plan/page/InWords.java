package org.keizoku.plan.page;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.MonthDay;
import java.time.Period;
import java.time.format.TextStyle;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** How the page writes the spans, days and shares of a plan. */
final class InWords {

    private InWords() {}

    /** For example 3日, 1日12時間, 2時間30分; a span of nothing is 直ちに. Null stays null. */
    static String span(Duration span) {
        if (span == null) {
            return null;
        }
        String words = part(span.toDays(), "日") + part(span.toHoursPart(), "時間") + part(span.toMinutesPart(), "分");
        return words.isEmpty() ? "直ちに" : words;
    }

    static String within(Duration span) {
        return span == null ? null : span.isZero() ? "直ちに" : span(span) + "以内";
    }

    static String before(Duration span) {
        return span == null ? null : span(span) + "前に知らせる";
    }

    /** For example 1年ごと, 6か月ごと. */
    static String every(Period period) {
        return length(period) + "ごと";
    }

    /** For example 10年, 1年6か月. */
    static String length(Period period) {
        return part(period.getYears(), "年") + part(period.getMonths(), "か月") + part(period.getDays(), "日");
    }

    /** For example 毎年4月・5月, 3年ごと9月; without months as {@link #every(Period)}. */
    static String every(Period period, List<Integer> months) {
        if (months.isEmpty()) {
            return every(period);
        }
        String named = months.stream().map(month -> month + "月").collect(Collectors.joining("・"));
        return (period.getYears() == 1 ? "毎年" : every(period)) + named;
    }

    static String share(double share) {
        return "%d%%".formatted(Math.round(share * 100));
    }

    /** In the order of the week: 月・火・水. */
    static String days(Collection<DayOfWeek> days) {
        return days.stream()
                .sorted()
                .map(day -> day.getDisplayName(TextStyle.SHORT, Locale.JAPANESE))
                .collect(Collectors.joining("・"));
    }

    static String day(MonthDay day) {
        return "%d月%d日".formatted(day.getMonthValue(), day.getDayOfMonth());
    }

    private static String part(long amount, String unit) {
        return amount == 0 ? "" : amount + unit;
    }
}
