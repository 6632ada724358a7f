package org.keizoku.downgrade;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.keizoku.activation.Activations;
import org.keizoku.notice.NoticeOrder;
import org.keizoku.notice.Notices;
import org.keizoku.notice.Urgency;
import org.keizoku.plan.Duties;
import org.keizoku.plan.PersonId;
import org.keizoku.plan.Plan;
import org.keizoku.platform.InsideAddress;
import org.springframework.stereotype.Component;

/** What people are told about a matter: who asked, the team, and everybody where the glass was broken or an end is missed. */
@Component
class DowngradeNotices {

    private final Notices notices;
    private final Activations activations;
    private final InsideAddress address;

    DowngradeNotices(Notices notices, Activations activations, InsideAddress address) {
        this.notices = notices;
        this.activations = activations;
        this.address = address;
    }

    void tellRequester(Downgrade downgrade, String about, String words) {
        tellPerson(downgrade, about, downgrade.requestedBy(), words);
    }

    void tellPerson(Downgrade downgrade, String about, String person, String words) {
        tell(downgrade, about, List.of(new PersonId(person)), Urgency.INFORMATION, words);
    }

    /** The team and its leader, with who has a part in it. */
    Set<PersonId> tellTeam(Downgrade downgrade, String about, Collection<PersonId> hands, String words) {
        Set<PersonId> hearers = team(downgrade);
        hearers.addAll(hands);
        tell(downgrade, about, hearers, Urgency.ESCALATION, words);
        return hearers;
    }

    /** The team, the head with the deputies, headquarters and whoever approves, with who has a part in it. */
    Set<PersonId> tellAll(Downgrade downgrade, String about, Collection<PersonId> hands, String words) {
        Plan plan = activations.planOf(downgrade.activation());
        Duties duties = plan.duties();
        Set<PersonId> hearers = team(downgrade);
        List.of(duties.head(), duties.headquarters(), DowngradeRequests.approver(downgrade.matter(), plan))
                .forEach(role -> hearers.addAll(plan.role(role).everyone()));
        hearers.addAll(hands);
        tell(downgrade, about, hearers, Urgency.ESCALATION, words);
        return hearers;
    }

    private Set<PersonId> team(Downgrade downgrade) {
        Plan plan = activations.planOf(downgrade.activation());
        Set<PersonId> team = plan.role(plan.duties().leader()).everyone();
        team.addAll(plan.role(plan.duties().staff()).holders());
        return team;
    }

    private void tell(Downgrade downgrade, String about, Collection<PersonId> persons, Urgency urgency, String words) {
        String activation = downgrade.activation().value();
        persons.forEach(person -> notices.plan(new NoticeOrder(
                downgrade.activation(),
                "downgrade/%d/%s".formatted(downgrade.number(), about),
                0,
                person,
                urgency,
                "【一時引下げ】発動%s %s".formatted(activation, downgrade.title()),
                "発動%s 一時引下げ%s: %s %s".formatted(activation, downgrade.title(), words, address.activation(activation)),
                Optional.empty())));
    }
}
