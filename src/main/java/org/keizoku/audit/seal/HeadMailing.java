package org.keizoku.audit.seal;

import java.time.Duration;
import org.keizoku.platform.BackgroundLook;
import org.springframework.stereotype.Component;

/** Looks each minute whether it is time to mail the newest head, on a thread of its own: a mail server that hangs holds up no seal. */
@Component
class HeadMailing extends BackgroundLook {

    private static final Duration EVERY = Duration.ofMinutes(1);

    private final HeadMails mails;
    private final Sealer sealer;

    HeadMailing(SealSettings settings, HeadMails mails, Sealer sealer) {
        super("ledger-head-mail", settings.sealing() && mails.isWanted(), Duration.ZERO, EVERY);
        this.mails = mails;
        this.sealer = sealer;
    }

    @Override
    protected void look() {
        sealer.newestSeal().ifPresent(mails::tell);
    }
}
