package org.keizoku.board;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.keizoku.plan.PlanFinding;
import org.keizoku.plan.PlanFinding.Severity;
import org.keizoku.plan.Plans;
import org.keizoku.plan.clause.Clause;
import org.keizoku.plan.clause.Clauses;
import org.keizoku.plan.lint.PlanCheck;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** What is wrong with the plan in force, or with a file that somebody wants to try: it is looked at and not kept. */
@Controller
class PlanLintPage {

    private static final String PAGE = "board/plan-lint";
    private static final int LONGEST_NAME = 80;

    private final Plans plans;
    private final PlanCheck check;

    PlanLintPage(Plans plans, PlanCheck check) {
        this.plans = plans;
        this.check = check;
    }

    @GetMapping(PlanCheck.PAGE)
    String inForce(Model page) {
        page.addAttribute(
                "subject",
                "%s(版 %s、現在の計画)"
                        .formatted(
                                plans.inForce().organisation(), plans.inForce().version()));
        return shown(check.findings(), page);
    }

    @PostMapping(PlanCheck.PAGE)
    String tried(@RequestParam("file") MultipartFile file, Model page) throws IOException {
        if (file.isEmpty()) {
            page.addAttribute("problem", "ファイルが選ばれていないか、空です。");
            return inForce(page);
        }
        String name = file.getOriginalFilename().replaceFirst("^.*[/\\\\]", "");
        page.addAttribute("subject", name.substring(0, Math.min(name.length(), LONGEST_NAME)) + "(保存していません)");
        return shown(check.findingsIn(name, file.getBytes()), page);
    }

    private static String shown(List<PlanFinding> findings, Model page) {
        page.addAttribute(
                "groups",
                Arrays.stream(Severity.values())
                        .map(severity -> Group.of(severity, findings))
                        .toList());
        return PAGE;
    }

    /** The findings of one severity. */
    record Group(String severity, boolean grave, List<Row> rows) {

        static Group of(Severity severity, List<PlanFinding> findings) {
            return new Group(
                    severity.label(),
                    severity == Severity.ERROR,
                    findings.stream()
                            .filter(finding -> finding.severity() == severity)
                            .map(Row::of)
                            .toList());
        }
    }

    /** @param where line and column; empty where the file as a whole is meant */
    record Row(String where, String message, String remedy, String clause, String rule) {

        static Row of(PlanFinding finding) {
            return new Row(
                    finding.line() > 0 ? "%d行 %d文字目".formatted(finding.line(), finding.column()) : "",
                    finding.message(),
                    finding.remedy(),
                    finding.clause().flatMap(Clauses::find).map(Clause::told).orElse(""),
                    finding.rule());
        }
    }
}
