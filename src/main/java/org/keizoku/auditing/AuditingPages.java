package org.keizoku.auditing;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.keizoku.Keizoku;
import org.keizoku.engine.Refused;
import org.keizoku.people.Standing;
import org.keizoku.plan.PersonId;
import org.keizoku.plan.Plans;
import org.keizoku.platform.JapanTime;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The security audits: the list with how far each has come, one of them, and the decision to hold another. */
@Controller
class AuditingPages {

    private final SecurityAudits audits;
    private final AuditWithdrawals withdrawals;
    private final SecurityAuditRows rows;
    private final AuditingRights rights;
    private final Plans plans;
    private final Standing standing;
    private final Clock clock;

    AuditingPages(
            SecurityAudits audits,
            AuditWithdrawals withdrawals,
            SecurityAuditRows rows,
            AuditingRights rights,
            Plans plans,
            Standing standing,
            Clock clock) {
        this.audits = audits;
        this.withdrawals = withdrawals;
        this.rows = rows;
        this.rights = rights;
        this.plans = plans;
        this.standing = standing;
        this.clock = clock;
    }

    @GetMapping("/security-audits")
    String all(Authentication person, Model page) {
        if (!rights.mayReadAll(person)) {
            throw new AccessDeniedException("has no part in audits");
        }
        page.addAttribute("audits", rows.all().stream().map(this::listed).toList());
        boolean isProgramme = plans.inForce().audit() != null;
        page.addAttribute("programme", isProgramme);
        page.addAttribute("mayCommission", audits.mayCommission(id(person)));
        Optional<Instant> nextBy = nextBy();
        page.addAttribute("nextBy", nextBy.map(JapanTime::exact).orElse(""));
        page.addAttribute(
                "overdue",
                isProgramme && nextBy.map(by -> by.isBefore(clock.instant())).orElse(true));
        return "auditing/list";
    }

    @PostMapping("/security-audits")
    String commission(@RequestParam(defaultValue = "") String purpose, Authentication person, Model page) {
        if (!audits.mayCommission(id(person))) {
            throw new AccessDeniedException("commissions no audit");
        }
        try {
            return "redirect:/security-audits/" + audits.commission(id(person), purpose);
        } catch (Refused refused) {
            page.addAttribute("refused", refused.getMessage());
            return all(person, page);
        }
    }

    @GetMapping("/security-audits/{number:\\d{1,18}}")
    String one(@PathVariable long number, Authentication person, Model page) {
        SecurityAudit audit = readable(number, person);
        page.addAttribute("audit", listed(audit));
        page.addAttribute("from", JapanTime.exact(audit.from()));
        page.addAttribute("until", JapanTime.exact(audit.until()));
        page.addAttribute("steps", audit.steps().stream().map(this::said).toList());
        page.addAttribute("mayWithdraw", withdrawals.mayWithdraw(id(person), audit));
        return "auditing/one";
    }

    @PostMapping("/security-audits/{number:\\d{1,18}}/withdraw")
    String withdraw(
            @PathVariable long number,
            @RequestParam(defaultValue = "") String reason,
            Authentication person,
            Model page) {
        readable(number, person);
        try {
            withdrawals.withdraw(number, id(person), reason);
            return "redirect:/security-audits/" + number;
        } catch (Refused refused) {
            page.addAttribute("refused", refused.getMessage());
            return one(number, person, page);
        }
    }

    private SecurityAudit readable(long number, Authentication person) {
        SecurityAudit audit = rows.find(number).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        if (!rights.mayRead(person, audit)) {
            throw new AccessDeniedException("has no part in this audit");
        }
        return audit;
    }

    /** By when the next one is to be held; empty where the plan knows none or none was held yet. */
    private Optional<Instant> nextBy() {
        return Optional.ofNullable(plans.inForce().audit())
                .flatMap(programme -> rows.latest().map(at -> at.atZone(ZoneId.of(Keizoku.ZONE))
                        .plus(programme.every())
                        .toInstant()));
    }

    private Listed listed(SecurityAudit audit) {
        Optional<Instant> by = audit.by(audits.programme(audit));
        return new Listed(
                audit.number(),
                audits.sectionOf(audit),
                audit.state().label(),
                JapanTime.exact(audit.steps().get(0).at()),
                JapanTime.exact(audit.conductBy()),
                JapanTime.exact(audit.improveBy()),
                by.map(JapanTime::exact).orElse(""),
                by.filter(deadline -> !clock.instant().isBefore(deadline)).isPresent(),
                audit.withdrawal().map(this::said).orElse(null));
    }

    private Map<String, String> said(SecurityAudit.Step step) {
        return Map.of(
                "what",
                step.what().label(),
                "who",
                standing.nameOf(step.person()) + (step.capacity().isEmpty() ? "" : "(" + step.capacity() + ")"),
                "at",
                JapanTime.exact(step.at()),
                "words",
                step.words());
    }

    private static PersonId id(Authentication person) {
        return new PersonId(person.getName());
    }

    /**
     * An audit in the list.
     *
     * @param by by when what waits now is to be done; empty where nothing waits
     * @param withdrawn who took it back, when and why; null where nobody did
     */
    record Listed(
            long number,
            String section,
            String state,
            String commissionedAt,
            String conductBy,
            String improveBy,
            String by,
            boolean late,
            Map<String, String> withdrawn) {}
}
