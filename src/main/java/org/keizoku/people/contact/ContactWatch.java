package org.keizoku.people.contact;

import java.time.Duration;
import org.keizoku.platform.BackgroundLook;
import org.springframework.stereotype.Component;

/** Looks every minute whether the daily check of contacts is due; the database keeps nodes from making it twice. */
@Component
class ContactWatch extends BackgroundLook {

    private static final Duration EVERY = Duration.ofMinutes(1);

    private final ContactCheck check;

    ContactWatch(ContactCheckSettings settings, ContactCheck check) {
        super("contact-watch", settings.daily(), Duration.ZERO, EVERY);
        this.check = check;
    }

    @Override
    protected void look() {
        check.look();
    }
}
