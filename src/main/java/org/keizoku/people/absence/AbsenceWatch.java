package org.keizoku.people.absence;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.keizoku.platform.BackgroundLook;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Says of each absence that it begins, once its moment has come. A start says so of all that last: nobody knows whether it was heard before,
 * and to hear it twice changes nothing. So every node may say it.
 */
@Component
public class AbsenceWatch implements SmartLifecycle {

    /** So long somebody who left is waited for at most. */
    private static final Duration EVERY = Duration.ofSeconds(15);

    private final AbsenceSettings settings;
    private final DeclaredAbsences absences;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final BackgroundLook looks;
    private Instant lookedAt = Instant.MIN;

    AbsenceWatch(AbsenceSettings settings, DeclaredAbsences absences, ApplicationEventPublisher events, Clock clock) {
        this.settings = settings;
        this.absences = absences;
        this.events = events;
        this.clock = clock;
        this.looks = new BackgroundLook("absence-watch", Duration.ZERO, EVERY, this::look);
    }

    /** What began since the last look; what could not be said is said with the next. */
    public synchronized void look() {
        Instant now = clock.instant();
        absences.ahead().stream()
                .filter(absence -> absence.isAt(now) && absence.from().isAfter(lookedAt))
                .map(AbsenceBegan::new)
                .forEach(events::publishEvent);
        lookedAt = now;
    }

    @Override
    public boolean isAutoStartup() {
        return settings.watching();
    }

    @Override
    public void start() {
        looks.start();
    }

    @Override
    public void stop() {
        looks.stop();
    }

    @Override
    public boolean isRunning() {
        return looks.isRunning();
    }
}
