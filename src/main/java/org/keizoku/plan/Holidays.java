package org.keizoku.plan;

import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.LocalDate;

/** The national holidays of Japan. */
final class Holidays {

    private static final HolidayManager JAPAN =
            HolidayManager.getInstance(ManagerParameters.create(HolidayCalendar.JAPAN));

    private Holidays() {}

    static boolean contains(LocalDate day) {
        return JAPAN.isHoliday(day);
    }
}
