package org.keizoku.plan;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;

/**
 * When the office works: on these days, but not on the national holidays of Japan nor on the days on which it is closed besides.
 *
 * @param closed days of the year, {@code --12-29}, or dates on which the office is closed although it is no holiday
 */
public record WorkingHours(
        @NotEmpty Set<DayOfWeek> days,
        @NotNull LocalTime from,
        @NotNull LocalTime to,
        List<MonthDay> closed,
        boolean example,
        List<ClauseId> clause) {

    public WorkingHours {
        closed = Listed.of(closed);
        clause = Listed.of(clause);
    }

    public boolean contains(ZonedDateTime moment) {
        LocalTime time = moment.toLocalTime();
        return isOpenOn(moment.toLocalDate()) && !time.isBefore(from) && time.isBefore(to);
    }

    private boolean isOpenOn(LocalDate day) {
        return days.contains(day.getDayOfWeek()) && !closed.contains(MonthDay.from(day)) && !Holidays.contains(day);
    }
}
