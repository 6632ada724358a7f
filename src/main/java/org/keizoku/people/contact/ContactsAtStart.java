package org.keizoku.people.contact;

import org.keizoku.plan.Plan;
import org.keizoku.plan.PlanTakenIntoUse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Reads the file of contacts as soon as it is known which persons the plan has. */
@Component
class ContactsAtStart {

    private static final Logger LOG = LoggerFactory.getLogger(ContactsAtStart.class);

    private final ContactSettings settings;
    private final ContactImport contacts;

    ContactsAtStart(ContactSettings settings, ContactImport contacts) {
        this.settings = settings;
        this.contacts = contacts;
    }

    /** A bad file stops a first start; later the contacts of before stay, since a typing error must not keep the night's restart down. */
    @EventListener
    public void on(PlanTakenIntoUse taken) {
        if (!settings.hasFile()) {
            return;
        }
        try {
            int changes = read(taken.plan());
            LOG.info("contacts taken from {}: {} changed", settings.contacts(), changes);
        } catch (BadContacts bad) {
            if (!contacts.hasContacts()) {
                throw bad;
            }
            LOG.error("{}; nothing was taken from the file, the contacts of before stay", bad.getMessage());
        }
    }

    private int read(Plan plan) {
        return contacts.take(ContactFile.read(
                settings.contacts(), person -> plan.findPerson(person.value()).isPresent()));
    }
}
