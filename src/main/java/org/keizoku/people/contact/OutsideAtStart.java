package org.keizoku.people.contact;

import org.keizoku.plan.PlanTakenIntoUse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Reads the file of outside contacts as soon as it is known which vendors and organisations the plan has. */
@Component
class OutsideAtStart {

    private static final Logger LOG = LoggerFactory.getLogger(OutsideAtStart.class);

    private final OutsideSettings settings;
    private final OutsideContacts contacts;

    OutsideAtStart(OutsideSettings settings, OutsideContacts contacts) {
        this.settings = settings;
        this.contacts = contacts;
    }

    /** A bad file stops a first start; later the contacts of before stay, since a typing error must not keep the night's restart down. */
    @EventListener
    void on(PlanTakenIntoUse taken) {
        if (!settings.hasFile()) {
            return;
        }
        try {
            int changes = contacts.take(OutsideFile.read(settings.outsideContacts(), taken.plan()));
            LOG.info("outside contacts taken from {}: {} changed", settings.outsideContacts(), changes);
        } catch (BadContacts bad) {
            if (!contacts.hasContacts()) {
                throw bad;
            }
            LOG.error("{}; nothing was taken from the file, the contacts of before stay", bad.getMessage());
        }
    }
}
