package org.keizoku.revision;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.keizoku.notice.Urgency;
import org.keizoku.people.Standing;
import org.keizoku.plan.PersonId;
import org.keizoku.plan.Plan;
import org.keizoku.plan.PlanDocument;
import org.keizoku.plan.RoleId;
import org.springframework.stereotype.Component;

/** The copies that people keep at home: who keeps one no longer is asked to hand it to who keeps it now (SMP-001-07). */
@Component
class HomeCopies {

    private final Standing standing;
    private final RevisionNotices notices;
    private final RevisionRecord record;

    HomeCopies(Standing standing, RevisionNotices notices, RevisionRecord record) {
        this.standing = standing;
        this.notices = notices;
        this.record = record;
    }

    /**
     * A document whose keepers at home change.
     *
     * @param from who keeps a copy no longer
     * @param to who keeps one now; both empty is no handover
     */
    record Handover(String document, RoleId keeper, Set<PersonId> from, Set<PersonId> to) {}

    static List<Handover> between(Plan before, Plan after) {
        List<Handover> handovers = new ArrayList<>();
        for (PlanDocument document : after.documents()) {
            if (document.homeCopiesOf() == null) {
                continue;
            }
            Set<PersonId> former = before.documents().stream()
                    .filter(old -> old.called().equals(document.called()))
                    .map(PlanDocument::homeCopiesOf)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .map(role -> keepers(before, role))
                    .orElse(Set.of());
            Set<PersonId> now = keepers(after, document.homeCopiesOf());
            var handover =
                    new Handover(document.called(), document.keeper(), without(former, now), without(now, former));
            if (!handover.from().isEmpty() || !handover.to().isEmpty()) {
                handovers.add(handover);
            }
        }
        return handovers;
    }

    /** Tells who hands over, who receives, and who sees to the document. */
    void tell(long number, Plan before, Plan after) {
        for (Handover handover : between(before, after)) {
            String from = names(handover.from());
            String to = names(handover.to());
            tell(number, "home-copy-from", handover, handover.from(), "自宅で保管している「%s」の写しを、後任(%s)に速やかに引き継いでください。", to);
            tell(number, "home-copy-to", handover, handover.to(), "自宅で保管する「%s」の写しを、前任(%s)から受け取ってください。", from);
            if (handover.keeper() != null) {
                List<PersonId> keepers = after.role(handover.keeper()).holders();
                tell(number, "home-copy", handover, keepers, "「%s」の自宅保管分の引継ぎを確かめてください: %s。", from + " → " + to);
            }
            record.bySystem(
                    number,
                    "home-copy-handover",
                    "「%s」の自宅保管分の引継ぎを依頼: %s → %s"
                            .formatted(handover.document(), marked(handover.from()), marked(handover.to())),
                    Map.of());
        }
    }

    private void tell(
            long number, String about, Handover handover, Collection<PersonId> persons, String words, String others) {
        notices.tell(
                number,
                "%s/%s".formatted(about, handover.document()),
                persons,
                Urgency.INFORMATION,
                words.formatted(handover.document(), others));
    }

    private String names(Set<PersonId> persons) {
        return persons.isEmpty()
                ? "なし"
                : persons.stream().map(PersonId::value).map(standing::nameOf).collect(joining("、"));
    }

    private static String marked(Set<PersonId> persons) {
        return persons.isEmpty()
                ? "なし"
                : persons.stream().map("{%s}"::formatted).collect(joining("、"));
    }

    private static Set<PersonId> keepers(Plan plan, RoleId id) {
        return plan.role(id).everyone();
    }

    private static Set<PersonId> without(Set<PersonId> all, Set<PersonId> some) {
        Set<PersonId> rest = new LinkedHashSet<>(all);
        rest.removeAll(some);
        return rest;
    }
}
