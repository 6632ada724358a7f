package org.keizoku.plan;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Set;

/** When the office works; holidays are not counted here. */
public record WorkingHours(@NotEmpty Set<DayOfWeek> days, @NotNull LocalTime from, @NotNull LocalTime to) {

    public boolean contains(ZonedDateTime moment) {
        LocalTime time = moment.toLocalTime();
        return days.contains(moment.getDayOfWeek()) && !time.isBefore(from) && time.isBefore(to);
    }
}
