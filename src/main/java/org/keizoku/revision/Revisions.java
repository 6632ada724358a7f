package org.keizoku.revision;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keizoku.engine.Refused;
import org.keizoku.notice.Urgency;
import org.keizoku.people.Standing;
import org.keizoku.plan.Approval;
import org.keizoku.plan.PersonId;
import org.keizoku.plan.Plan;
import org.keizoku.plan.PlanChanges;
import org.keizoku.plan.PlanFile;
import org.keizoku.plan.PlanProposals;
import org.keizoku.plan.Plans;
import org.keizoku.plan.Role.Rank;
import org.keizoku.revision.PlanRevision.State;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The proposals of the plan's next version, from the upload to the version in force or an end without change. */
@Service
class Revisions implements PlanProposals {

    private final RevisionRows rows;
    private final ManualIssues manuals;
    private final Plans plans;
    private final Standing standing;
    private final RevisionProcess process;
    private final RevisionNotices notices;
    private final RevisionRecord record;
    private final Clock clock;

    Revisions(
            RevisionRows rows,
            ManualIssues manuals,
            Plans plans,
            Standing standing,
            RevisionProcess process,
            RevisionNotices notices,
            RevisionRecord record,
            Clock clock) {
        this.rows = rows;
        this.manuals = manuals;
        this.plans = plans;
        this.standing = standing;
        this.process = process;
        this.notices = notices;
        this.record = record;
        this.clock = clock;
    }

    /** Who works with the plan may propose; an auditor and the sections may not. */
    boolean mayPropose(PersonId person) {
        Plan plan = plans.inForce();
        var duties = plan.duties();
        Set<String> groups = standing.groupsOf(person);
        return Stream.of(
                        duties.staff(),
                        duties.leader(),
                        duties.head(),
                        duties.operator(),
                        plan.revision().planApprovedBy(),
                        plan.revision().manualApprovedBy())
                .flatMap(role -> plan.role(role).ranks().stream())
                .anyMatch(rank -> groups.contains(rank.group()));
    }

    @Override
    @Transactional
    public long propose(String yaml, PersonId proposer, String reason) {
        long base = plans.latestVersion();
        Plan plan = plans.version(base);
        if (!mayPropose(proposer)) {
            throw new Refused("計画の改訂を提案できるのは、計画で対応や運用の役割を持つ職員だけです。");
        }
        String why = words(reason, "改訂の内容と理由を入力してください。");
        if (yaml.indexOf('\0') >= 0) {
            throw new Refused("テキストのファイルではありません。計画はYAMLのテキストで提出してください。");
        }
        RevisionScope scope = RevisionScope.of(plan, yaml);
        if (RevisionApprovals.ranks(plan, scope).stream().map(Rank::persons).allMatch(List.of(proposer)::containsAll)) {
            throw new Refused("あなたのほかに承認できる人がいないため、あなたは提案できません。");
        }
        rows.open(plan.id()).ifPresent(open -> {
            throw new Refused("改訂案%dが%sです。終わるか取り下げられてから提案してください。"
                    .formatted(open.number(), open.state().label()));
        });
        long number = insert(plan, yaml, base, scope, why, proposer);
        record.by(proposer.value(), null, number, "plan-proposed", "計画の改訂案%dを提案".formatted(number), Map.of("理由", why));
        process.proposed(number, plan.procedure(RevisionModel.PROCESS), proposer);
        return number;
    }

    @Override
    public String nextVersion() {
        Plan plan = plans.inForce();
        return new NextVersion(plan.revision().numbering(), plan.version())
                .allowed()
                .get(0);
    }

    private long insert(Plan plan, String yaml, long base, RevisionScope scope, String reason, PersonId proposer) {
        try {
            return rows.insert(plan.id(), yaml, base, scope, reason, proposer, clock.instant());
        } catch (DuplicateKeyException atTheSameTime) {
            throw new Refused("ほかの改訂案が同時に提案されました。一覧を確かめてください。");
        }
    }

    Optional<PlanRevision> find(long number) {
        return rows.find(number);
    }

    List<PlanRevision> all() {
        return rows.all(plans.inForce().id());
    }

    /** What it changes, one line for each thing. */
    List<String> changes(PlanRevision revision) {
        return PlanChanges.between(
                plans.version(revision.base()), new PlanFile("改訂案", rows.yaml(revision.number())).read());
    }

    @Transactional
    void tellRefused(long number) {
        PlanRevision revision = rows.locked(number);
        tellProposer(revision, "refused", "改訂案%dは承認されませんでした。理由: %s".formatted(number, OneLine.of(revision.opinion())));
    }

    /** Takes the proposal back; only who proposed it may, and only before it is in force. */
    @Transactional
    void withdraw(long number, PersonId person, String reason) {
        PlanRevision revision = rows.locked(number);
        if (!revision.mayBeWithdrawnBy(person.value())) {
            throw new Refused("取り下げられるのは提案した本人だけ、施行の前までです。");
        }
        String why = words(reason, "取下げの理由を入力してください。");
        rows.withdrawn(number, why);
        record.by(person.value(), null, number, "plan-withdrawn", "計画の改訂案%dを取下げ".formatted(number), Map.of("理由", why));
        process.withdrawn(number);
    }

    /** Tells whoever was asked to approve that there is nothing to approve any more. */
    @Transactional
    void tellWithdrawn(long number) {
        PlanRevision revision = rows.locked(number);
        Set<String> asked =
                rows.asked(number).stream().map(RevisionRows.Asked::group).collect(Collectors.toSet());
        Plan plan = plans.version(revision.base());
        Set<PersonId> persons = Rank.everyone(RevisionApprovals.ranks(plan, revision.scope()).stream()
                .filter(rank -> asked.contains(rank.group()))
                .toList());
        notices.tell(
                number,
                "withdrawn",
                persons,
                Urgency.INFORMATION,
                "改訂案%dは取り下げられました。理由: %s".formatted(number, OneLine.of(revision.opinion())));
    }

    /** Brings the approved text into force; false where another version has come into force since it was proposed. */
    @Transactional
    boolean bringIntoForce(long number) {
        PlanRevision revision = rows.locked(number);
        if (revision.state() != State.APPROVED) {
            throw new IllegalStateException("proposal %d is %s".formatted(number, revision.state()));
        }
        if (plans.latestVersion() != revision.base()) {
            rows.superseded(number);
            record.bySystem(number, "plan-superseded", "計画の改訂案%dは、今の版が変わったため施行されず".formatted(number), Map.of());
            return false;
        }
        Instant now = clock.instant();
        long version = plans.takeIntoUse(
                rows.yaml(number),
                new Approval(revision.decidedBy(), revision.capacity(), revision.decidedAt(), revision.reason()));
        manuals.keep(number, plans.version(revision.base()), plans.version(version));
        rows.inForce(number, version, now.plus(plans.version(version).revision().confirmWithin()));
        record.bySystem(
                number,
                "plan-in-force",
                "計画(版%s)を施行".formatted(revision.version()),
                Map.of("承認者の立場", revision.capacity(), "改訂の内容", revision.reason()));
        return true;
    }

    @Transactional
    void tellSuperseded(long number) {
        tellProposer(
                rows.locked(number),
                "superseded",
                "改訂案%dの提案後に別の版が施行されたため、改訂案%dは施行されません。今の版をもとに出し直してください。".formatted(number, number));
    }

    private void tellProposer(PlanRevision revision, String about, String words) {
        notices.tell(
                revision.number(), about, List.of(new PersonId(revision.proposedBy())), Urgency.INFORMATION, words);
    }

    /** What the person entered; refused with these words where it is nothing. */
    private static String words(String entered, String missing) {
        String words = entered == null ? "" : entered.replace("\0", "").strip();
        if (words.isEmpty()) {
            throw new Refused(missing);
        }
        return words;
    }
}
