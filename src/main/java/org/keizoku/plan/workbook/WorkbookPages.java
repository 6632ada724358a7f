package org.keizoku.plan.workbook;

import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import org.keizoku.engine.Refused;
import org.keizoku.plan.PersonId;
import org.keizoku.plan.PlanProposals;
import org.keizoku.plan.Plans;
import org.keizoku.platform.workbook.Pending;
import org.keizoku.platform.workbook.WorkbookAnswer;
import org.keizoku.platform.workbook.WorkbookRefused;
import org.keizoku.platform.workbook.WorkbookText;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** 様式1 and 様式2: written out, brought back, looked at, and proposed as the next version of the plan. */
@Controller
class WorkbookPages {

    private static final String GONE = "確認する内容が残っていません。もう一度ファイルを読み込んでください。";

    private final Plans plans;
    private final ObjectProvider<PlanProposals> proposals;
    private final WorkbookRights rights;
    private final Pending<Brought> pending = new Pending<>(Brought.class);

    WorkbookPages(Plans plans, ObjectProvider<PlanProposals> proposals, WorkbookRights rights) {
        this.plans = plans;
        this.proposals = proposals;
        this.rights = rights;
    }

    @GetMapping("/plan/workbook")
    String home(Authentication person, Model page) {
        rights.insistOnPlan(person);
        return home(person, page, null);
    }

    @GetMapping("/plan/workbook/systems-and-vendors.xlsx")
    ResponseEntity<byte[]> file(Authentication person) {
        rights.insistOnPlan(person);
        String version = plans.inForce().version();
        return WorkbookAnswer.of(
                "様式1・様式2(版%s).xlsx".formatted(version),
                workbook(plans.inForceVersion()).written());
    }

    @PostMapping("/plan/workbook")
    String bring(@RequestParam MultipartFile file, Authentication person, HttpSession session, Model page)
            throws IOException {
        rights.insistOnPlan(person);
        try {
            long base = plans.inForceVersion();
            Outcome outcome = workbook(base).read(WorkbookText.of(file.getBytes()));
            return "redirect:/plan/workbook/brought/" + pending.keep(session, new Brought(base, outcome));
        } catch (WorkbookRefused refused) {
            return home(person, page, refused.getMessage());
        }
    }

    @GetMapping("/plan/workbook/brought/{id}")
    String look(@PathVariable String id, Authentication person, HttpSession session, Model page) {
        rights.insistOnPlan(person);
        return pending.find(session, id)
                .map(brought -> shown(id, brought, nextVersion(), "", null, page))
                .orElseGet(() -> home(person, page, GONE));
    }

    @PostMapping("/plan/workbook/brought/{id}")
    String propose(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String version,
            @RequestParam(defaultValue = "") String reason,
            Authentication person,
            HttpSession session,
            Model page) {
        rights.insistOnPlan(person);
        var found = pending.find(session, id);
        if (found.isEmpty()) {
            return home(person, page, GONE);
        }
        try {
            long number = propose(found.get(), version.strip(), reason.strip(), new PersonId(person.getName()));
            pending.forget(session);
            return "redirect:/plan/revisions/" + number;
        } catch (Refused refused) {
            return shown(id, found.get(), version, reason, refused.getMessage(), page);
        }
    }

    private long propose(Brought brought, String version, String reason, PersonId person) {
        if (brought.base() != plans.inForceVersion()) {
            throw new Refused("読み込んだ後に、計画の新しい版が施行されました。新しい版を書き出し、変更を書き写してから読み込み直してください。");
        }
        if (!brought.outcome().isProposable()) {
            throw new Refused("誤りがあるか、変わるところがないため、提案できません。");
        }
        if (version.isEmpty() || reason.isEmpty()) {
            throw new Refused("新しい版の番号と、改訂の内容と理由を入れてください。");
        }
        PlanProposals open = proposals.getIfAvailable();
        if (open == null) {
            throw new Refused("この環境には計画の改訂の手順がないため、提案できません。何も取り込んでいません。");
        }
        return open.propose(brought.outcome().yaml(version), person, reason);
    }

    private PlanWorkbook workbook(long version) {
        return new PlanWorkbook(plans.text(version));
    }

    private String nextVersion() {
        PlanProposals open = proposals.getIfAvailable();
        return open == null ? "" : open.nextVersion();
    }

    private String home(Authentication person, Model page, String refused) {
        page.addAttribute("plan", plans.inForce());
        page.addAttribute("refused", refused);
        page.addAttribute("mostMegabytes", WorkbookText.MOST_BYTES / 1024 / 1024);
        page.addAttribute("mayKeepContacts", rights.mayKeepContacts(person));
        return "plan/workbook";
    }

    private String shown(String id, Brought brought, String version, String reason, String refused, Model page) {
        page.addAttribute("id", id);
        page.addAttribute("outcome", brought.outcome());
        page.addAttribute("plan", plans.version(brought.base()));
        page.addAttribute("version", version);
        page.addAttribute("reason", reason);
        page.addAttribute("refused", refused);
        page.addAttribute("isOpen", proposals.getIfAvailable() != null);
        return "plan/workbook-brought";
    }

    /**
     * What a person has brought.
     *
     * @param base the number of the plan version against which it was read
     */
    record Brought(long base, Outcome outcome) {}
}
