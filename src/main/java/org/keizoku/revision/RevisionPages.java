package org.keizoku.revision;

import java.util.List;
import java.util.Optional;
import org.keizoku.engine.Refused;
import org.keizoku.people.Standing;
import org.keizoku.plan.LineDiff;
import org.keizoku.plan.PersonId;
import org.keizoku.plan.PlanVersion;
import org.keizoku.plan.Plans;
import org.keizoku.plan.workbook.WorkbookRights;
import org.keizoku.platform.JapanTime;
import org.keizoku.revision.PlanRevision.State;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;

/** The plan's revisions as all staff see them: the list, one proposal with everything the approver needs, and the upload. */
@Controller
class RevisionPages {

    private final Revisions revisions;
    private final RevisionRows rows;
    private final ManualIssues manuals;
    private final Confirmations confirmations;
    private final Plans plans;
    private final Standing standing;
    private final WorkbookRights workbooks;

    RevisionPages(
            Revisions revisions,
            RevisionRows rows,
            ManualIssues manuals,
            Confirmations confirmations,
            Plans plans,
            Standing standing,
            WorkbookRights workbooks) {
        this.revisions = revisions;
        this.rows = rows;
        this.manuals = manuals;
        this.confirmations = confirmations;
        this.plans = plans;
        this.standing = standing;
        this.workbooks = workbooks;
    }

    @GetMapping("/plan/revisions")
    String all(Authentication person, Model page) {
        page.addAttribute("plan", plans.inForce());
        page.addAttribute("issues", plans.history().stream().map(this::issue).toList());
        page.addAttribute(
                "proposals", revisions.all().stream().map(this::proposal).toList());
        page.addAttribute(
                "manuals",
                manuals.all(plans.inForce().id()).stream().map(this::manual).toList());
        page.addAttribute("mayPropose", revisions.mayPropose(id(person)));
        page.addAttribute("mayBringWorkbook", workbooks.mayBringPlan(person));
        return "revision/list";
    }

    @GetMapping("/plan/revisions/new")
    String form(Model page) {
        var plan = plans.inForce();
        page.addAttribute("plan", plan);
        page.addAttribute("next", new NextVersion(plan.revision().numbering(), plan.version()).inWords());
        return "revision/propose";
    }

    @PostMapping("/plan/revisions")
    String propose(
            @RequestParam MultipartFile file,
            @RequestParam(defaultValue = "") String reason,
            Authentication person,
            Model page) {
        try {
            long number = revisions.propose(UploadedPlan.text(file), id(person), reason);
            return "redirect:/plan/revisions/" + number;
        } catch (Refused refused) {
            page.addAttribute("refused", refused.getMessage());
            page.addAttribute("reason", reason);
            return form(page);
        }
    }

    @GetMapping("/plan/revisions/{number:\\d{1,18}}")
    String one(@PathVariable long number, Authentication person, Model page) {
        var revision = known(number);
        page.addAttribute("revision", proposal(revision));
        page.addAttribute("findings", revision.findings());
        page.addAttribute("base", plans.version(revision.base()).version());
        boolean readable = revision.version() != null;
        page.addAttribute("changes", readable ? revisions.changes(revision) : List.of());
        page.addAttribute(
                "diff",
                LineDiff.between(plans.text(revision.base()), rows.yaml(number))
                        .lines()
                        .map(DiffLine::of)
                        .toList());
        page.addAttribute("asked", rows.asked(number));
        var confirming = confirmations.of(number);
        page.addAttribute(
                "confirmations", confirming.stream().map(this::confirmation).toList());
        page.addAttribute(
                "mayConfirm",
                confirming.stream().anyMatch(one -> one.person().equals(id(person)) && one.confirmedAt() == null));
        page.addAttribute("mayWithdraw", revision.mayBeWithdrawnBy(person.getName()));
        return "revision/one";
    }

    @PostMapping("/plan/revisions/{number:\\d{1,18}}/withdraw")
    String withdraw(@PathVariable long number, @RequestParam(defaultValue = "") String reason, Authentication person) {
        known(number);
        revisions.withdraw(number, id(person), reason);
        return "redirect:/plan/revisions/" + number;
    }

    @PostMapping("/plan/revisions/{number:\\d{1,18}}/confirm")
    String confirm(@PathVariable long number, Authentication person) {
        known(number);
        confirmations.confirm(number, id(person));
        return "redirect:/plan/revisions/" + number;
    }

    private PlanRevision known(long number) {
        return revisions.find(number).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private Issue issue(PlanVersion version) {
        var approval = version.approval();
        return new Issue(
                version.version(),
                JapanTime.exact(approval.at()),
                JapanTime.exact(version.keptAt()),
                approval.reason(),
                standing.nameOf(approval.by()),
                approval.capacity(),
                version.changes());
    }

    private Manual manual(ManualIssues.Issue issue) {
        return new Manual(
                issue.revision(),
                issue.manual(),
                issue.version(),
                issue.changes(),
                JapanTime.exact(issue.approvedAt()),
                standing.nameOf(issue.approvedBy()),
                issue.capacity());
    }

    private Proposal proposal(PlanRevision revision) {
        return new Proposal(
                revision.number(),
                revision.scope().label(),
                Optional.ofNullable(revision.version()).orElse("(読めません)"),
                revision.reason(),
                standing.nameOf(revision.proposedBy()),
                JapanTime.exact(revision.proposedAt()),
                revision.state().label(),
                revision.state() == State.WITHDRAWN ? "取下げの理由" : "理由・意見",
                revision.decidedBy() == null ? "" : standing.nameOf(revision.decidedBy()),
                revision.capacity(),
                JapanTime.exact(revision.decidedAt()),
                revision.opinion(),
                JapanTime.exact(revision.effectiveAt()),
                JapanTime.exact(revision.confirmBy()));
    }

    private Holder confirmation(Confirmations.Confirmation confirmation) {
        return new Holder(standing.nameOf(confirmation.person().value()), JapanTime.exact(confirmation.confirmedAt()));
    }

    private static PersonId id(Authentication person) {
        return new PersonId(person.getName());
    }

    /** A version that was or is in force, in the list of revisions. */
    record Issue(
            String version,
            String approvedAt,
            String inForceSince,
            String reason,
            String approver,
            String capacity,
            List<String> changes) {}

    /** A version of a manual, in the list of revisions. */
    record Manual(
            long revision,
            String manual,
            String version,
            String changes,
            String approvedAt,
            String approver,
            String capacity) {}

    /** A proposal in words. */
    record Proposal(
            long number,
            String scope,
            String version,
            String reason,
            String proposer,
            String proposedAt,
            String state,
            String opinionLabel,
            String decider,
            String capacity,
            String decidedAt,
            String opinion,
            String effectiveAt,
            String confirmBy) {}

    /** Who holds the plan, and when they confirmed it; empty while they have not. */
    record Holder(String name, String confirmedAt) {}

    /** A line of the diff with the class that colours it. */
    record DiffLine(String kind, String text) {

        static DiffLine of(String line) {
            String kind = line.startsWith("@@")
                    ? "place"
                    : line.startsWith("+") ? "added" : line.startsWith("-") ? "removed" : "same";
            return new DiffLine(kind, line);
        }
    }
}
