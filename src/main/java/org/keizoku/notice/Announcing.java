package org.keizoku.notice;

import java.util.Optional;
import java.util.Set;
import org.keizoku.activation.Announcement;
import org.keizoku.plan.PersonId;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Turns an announcement into notices to exactly those who were told anything in the activation before. */
@Component
class Announcing {

    private final Notices notices;

    Announcing(Notices notices) {
        this.notices = notices;
    }

    @EventListener
    void on(Announcement announcement) {
        Set<PersonId> hearers =
                announcement.only().map(Set::of).orElseGet(() -> notices.told(announcement.activation()));
        hearers.forEach(person -> notices.plan(new NoticeOrder(
                announcement.activation(),
                announcement.about(),
                0,
                person,
                Urgency.ASSEMBLY,
                "【連絡】発動" + announcement.activation(),
                announcement.text(),
                Optional.empty())));
    }
}
