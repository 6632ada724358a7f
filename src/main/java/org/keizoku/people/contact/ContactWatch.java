package org.keizoku.people.contact;

import java.time.Duration;
import org.keizoku.platform.BackgroundLook;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Looks every minute whether the daily check of contacts is due; the database keeps nodes from making it twice. */
@Component
class ContactWatch implements SmartLifecycle {

    private static final Duration EVERY = Duration.ofMinutes(1);

    private final ContactCheckSettings settings;
    private final BackgroundLook looks;

    ContactWatch(ContactCheckSettings settings, ContactCheck check) {
        this.settings = settings;
        this.looks = new BackgroundLook("contact-watch", Duration.ZERO, EVERY, check::look);
    }

    @Override
    public boolean isAutoStartup() {
        return settings.daily();
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
