package org.keizoku.people.absence;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.keizoku.platform.BackgroundLook;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Says of each absence that it begins, once its moment has come. A start says so of all that last: nobody knows whether it was heard before,
 * and to hear it twice changes nothing. So every node may say it.
 */
@Component
public class AbsenceWatch extends BackgroundLook {

    /** So long somebody who left is waited for at most. */
    private static final Duration EVERY = Duration.ofSeconds(15);

    private final DeclaredAbsences absences;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private Instant lookedAt = Instant.MIN;

    AbsenceWatch(AbsenceSettings settings, DeclaredAbsences absences, ApplicationEventPublisher events, Clock clock) {
        super("absence-watch", settings.watching(), Duration.ZERO, EVERY);
        this.absences = absences;
        this.events = events;
        this.clock = clock;
    }

    /** What began since the last look; what could not be said is said with the next. */
    @Override
    public synchronized void look() {
        Instant now = clock.instant();
        absences.ahead().stream()
                .filter(absence -> absence.isAt(now) && absence.from().isAfter(lookedAt))
                .map(AbsenceBegan::new)
                .forEach(events::publishEvent);
        lookedAt = now;
    }
}
