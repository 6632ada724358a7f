package org.keizoku.audit.seal;

import java.time.Duration;
import org.keizoku.platform.BackgroundLook;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Looks each minute whether it is time to mail the newest head, on a thread of its own: a mail server that hangs holds up no seal. */
@Component
class HeadMailing implements SmartLifecycle {

    private static final Duration EVERY = Duration.ofMinutes(1);

    private final SealSettings settings;
    private final HeadMails mails;
    private final BackgroundLook looks;

    HeadMailing(SealSettings settings, HeadMails mails, Sealer sealer) {
        this.settings = settings;
        this.mails = mails;
        this.looks = new BackgroundLook("ledger-head-mail", Duration.ZERO, EVERY, () -> sealer.newestSeal()
                .ifPresent(mails::tell));
    }

    @Override
    public boolean isAutoStartup() {
        return settings.sealing() && mails.isWanted();
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
