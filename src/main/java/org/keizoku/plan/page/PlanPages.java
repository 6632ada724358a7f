package org.keizoku.plan.page;

import org.keizoku.plan.Plan;
import org.keizoku.plan.Plans;
import org.keizoku.plan.clause.ClauseCarriers;
import org.keizoku.plan.clause.Document;
import org.keizoku.plan.clause.PlanClauses;
import org.keizoku.plan.page.Catalogue.State;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The plan in force for everybody to read, and the clauses of the documents behind it. */
@Controller
class PlanPages {

    private final Plans plans;
    private final ClauseCarriers carriers;

    PlanPages(Plans plans, ClauseCarriers carriers) {
        this.plans = plans;
        this.carriers = carriers;
    }

    @GetMapping("/plan")
    String plan(Model page) {
        Plan plan = plans.inForce();
        page.addAttribute("plan", plan);
        page.addAttribute("chapters", PlanBook.of(plan).chapters());
        return "plan/plan";
    }

    /**
     * @param document the document's name, {@code all} for every one; the plan's own where it is left out
     * @param state whether the clause is carried; empty for any
     * @param text what the clause or what carries it contains; empty for any
     */
    @GetMapping("/plan/clauses")
    String clauses(
            @RequestParam(required = false) String document,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String text,
            Model page) {
        Plan plan = plans.inForce();
        var catalogue = Catalogue.of(plan, carriers);
        String chosen = document == null ? ownDocument(plan) : document;
        page.addAttribute("counts", catalogue.counts());
        page.addAttribute("documents", Document.values());
        page.addAttribute("states", State.values());
        page.addAttribute("document", chosen);
        page.addAttribute("state", state);
        page.addAttribute("text", text);
        page.addAttribute("rows", catalogue.rows(chosen, state, text));
        return "plan/clauses";
    }

    private static String ownDocument(Plan plan) {
        return PlanClauses.documents(plan).stream()
                .findFirst()
                .map(Document::file)
                .orElse(Catalogue.EVERY_DOCUMENT);
    }
}
