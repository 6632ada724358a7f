package org.keizoku.people;

import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import org.keizoku.engine.Refused;
import org.keizoku.engine.TaskGuard;
import org.springframework.stereotype.Component;

/** The rule that a task goes to nobody but its candidates, and from one to another by the leader's hand only; never to an auditor. */
@Component
class CandidatesOnly implements TaskGuard {

    private final Standing standing;

    CandidatesOnly(Standing standing) {
        this.standing = standing;
    }

    @Override
    public void mayHave(Assignment assignment) {
        if (standing.audits(assignment.person())) {
            throw new Refused("監査担当はタスクを担当できません。");
        }
        if (assignment.isHandedOver() && !standing.leads(assignment.actor().orElseThrow())) {
            throw new Refused("ほかの職員にタスクを渡せるのは班長(代行者を含む)だけです。");
        }
        if (assignment.candidates().isEmpty() && assignment.actor().isPresent()) {
            throw new Refused("このタスクの担当者は変更できません。");
        }
        if (!assignment.candidates().isEmpty() && !isCandidate(assignment.person(), assignment.candidates())) {
            throw new Refused(assignment.isOwnClaim() ? "あなたはこのタスクの担当になれません。" : "その職員はこのタスクの担当になれません。");
        }
    }

    @Override
    public void mayTakeBack(String holder, Optional<String> actor) {
        if (actor.isPresent() && !actor.get().equals(holder) && !standing.leads(actor.get())) {
            throw new Refused("担当を外せるのは、担当者本人と班長(代行者を含む)だけです。");
        }
    }

    private boolean isCandidate(String person, Set<String> candidates) {
        return candidates.contains(person) || !Collections.disjoint(candidates, standing.groupsOf(person));
    }
}
