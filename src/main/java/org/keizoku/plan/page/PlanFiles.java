package org.keizoku.plan.page;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.keizoku.plan.Plan;
import org.keizoku.plan.Plans;
import org.keizoku.platform.JapanTime;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.server.ResponseStatusException;

/**
 * The plan in force, and its booklet for the emergency, each as one file that needs nothing else: to be put on the portal for all
 * staff, printed, or carried on a phone. Numbers and addresses are in neither, for they are not in the plan.
 */
@Controller
class PlanFiles {

    private final Plans plans;
    private final Clock clock;
    private final String style = style();

    PlanFiles(Plans plans, Clock clock) {
        this.plans = plans;
        this.clock = clock;
    }

    @GetMapping("/plan/whole.html")
    String whole(HttpServletResponse answer, Model page) {
        Plan plan = plans.inForce();
        return file(plan, plan.organisation() + "の計画", PlanBook.of(plan), answer, page);
    }

    /** Not found where the plan says nothing of a booklet. */
    @GetMapping("/plan/booklet.html")
    String booklet(HttpServletResponse answer, Model page) {
        Plan plan = plans.inForce();
        PlanBook book = PlanBook.booklet(plan).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return file(plan, plan.distribution().booklet().title(), book, answer, page);
    }

    private String file(Plan plan, String title, PlanBook book, HttpServletResponse answer, Model page) {
        answer.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename("%s 版%s.html".formatted(title, plan.version()), StandardCharsets.UTF_8)
                        .build()
                        .toString());
        page.addAttribute("plan", plan);
        page.addAttribute("title", title);
        page.addAttribute("chapters", book.chapters());
        page.addAttribute("style", style);
        page.addAttribute("now", JapanTime.plain(clock.instant()));
        return "plan/alone";
    }

    private static String style() {
        try {
            return new ClassPathResource("static/keizoku.css").getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
