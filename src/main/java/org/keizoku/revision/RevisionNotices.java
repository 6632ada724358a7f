package org.keizoku.revision;

import java.util.Collection;
import java.util.Optional;
import org.keizoku.notice.NoticeOrder;
import org.keizoku.notice.Notices;
import org.keizoku.notice.Urgency;
import org.keizoku.plan.PersonId;
import org.keizoku.platform.InsideAddress;
import org.springframework.stereotype.Component;

/** What people are told about a proposal, with the link to its page. */
@Component
class RevisionNotices {

    private final Notices notices;
    private final InsideAddress address;

    RevisionNotices(Notices notices, InsideAddress address) {
        this.notices = notices;
        this.address = address;
    }

    /**
     * Tells each person once.
     *
     * @param about what it is about, the key of its notices within the proposal
     */
    void tell(long number, String about, Collection<PersonId> persons, Urgency urgency, String words) {
        persons.forEach(person -> notices.plan(new NoticeOrder(
                null,
                "plan-revision/%d/%s".formatted(number, about),
                0,
                person,
                urgency,
                "【計画の改訂】改訂案" + number,
                "%s %s".formatted(words, address.revision(number)),
                Optional.empty())));
    }
}
