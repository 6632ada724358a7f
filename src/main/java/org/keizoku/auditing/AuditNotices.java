package org.keizoku.auditing;

import java.util.Collection;
import java.util.Optional;
import org.keizoku.notice.NoticeOrder;
import org.keizoku.notice.Notices;
import org.keizoku.notice.Urgency;
import org.keizoku.plan.PersonId;
import org.keizoku.platform.InsideAddress;
import org.springframework.stereotype.Component;

/** What people are told about an audit, with the link to its page or to the task that waits for them. */
@Component
class AuditNotices {

    private final Notices notices;
    private final InsideAddress address;

    AuditNotices(Notices notices, InsideAddress address) {
        this.notices = notices;
        this.address = address;
    }

    /** Tells each of them once that the task is theirs to take. */
    void ask(long number, String task, Collection<PersonId> persons, String words) {
        tell(number, "task/" + task, persons, Urgency.INFORMATION, words + " " + address.task(task));
    }

    /** Tells each of them once that the task's deadline comes near. */
    void remind(long number, String task, Collection<PersonId> persons, String words) {
        tell(number, "reminder/" + task, persons, Urgency.INFORMATION, words + " " + address.task(task));
    }

    /**
     * Tells each of them once that something is late.
     *
     * @param about the key of these notices within the audit
     */
    void warn(long number, String about, Collection<PersonId> persons, String words) {
        tell(number, about, persons, Urgency.ESCALATION, words + " " + address.securityAudit(number));
    }

    void tellWithdrawn(long number, Collection<PersonId> persons) {
        String words =
                "セキュリティ監査%dは取りやめになりました。だれが、なぜ取りやめたかは画面にあります。 %s".formatted(number, address.securityAudit(number));
        tell(number, "withdrawn", persons, Urgency.INFORMATION, words);
    }

    private void tell(long number, String about, Collection<PersonId> persons, Urgency urgency, String words) {
        persons.forEach(person -> notices.plan(new NoticeOrder(
                null,
                "security-audit/%d/%s".formatted(number, about),
                0,
                person,
                urgency,
                "【セキュリティ監査】監査" + number,
                words,
                Optional.empty())));
    }
}
