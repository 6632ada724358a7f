package org.keizoku.assembly;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.keizoku.activation.Activations;
import org.keizoku.notice.SignedLink;
import org.keizoku.notice.SignedLinks;
import org.keizoku.plan.Plan;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/**
 * The page behind an answer link: public, without session or script. Opening it changes nothing, since mail scanners open links too;
 * every tap is a POST that leads back to it.
 */
@Controller
class AnswerPage {

    private final SignedLinks links;
    private final CallOuts callOuts;
    private final Answers answers;
    private final Activations activations;
    private final FailedTokens failedTokens;
    private final Clock clock;

    AnswerPage(
            SignedLinks links,
            CallOuts callOuts,
            Answers answers,
            Activations activations,
            FailedTokens failedTokens,
            Clock clock) {
        this.links = links;
        this.callOuts = callOuts;
        this.answers = answers;
        this.activations = activations;
        this.failedTokens = failedTokens;
        this.clock = clock;
    }

    /** The address is the key: it must not travel on as a referrer, nor stay in a shared cache. */
    @ModelAttribute
    void keepToItself(HttpServletResponse response) {
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Robots-Tag", "noindex");
        response.setHeader(
                "Content-Security-Policy",
                "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'");
    }

    @GetMapping("/a/{token}")
    ModelAndView show(@PathVariable String token) {
        SignedLink link = open(token);
        CallOut callOut = callOuts.find(link.activation(), link.person()).orElseThrow(NoSuchLink::new);
        Optional<Answer> answer = answers.latest(link.activation(), link.person());
        Plan plan = activations.planOf(link.activation());
        var page = new ModelAndView("assembly/answer");
        page.addObject("token", token);
        page.addObject("subject", link.activation().marked(callOut.subject()));
        page.addObject("organisation", plan.organisation());
        page.addObject("attendance", callOut.attendance());
        page.addObject("places", plan.placesFor(link.person()));
        page.addObject("safety", answer.map(Answer::safety).map(Safety::label).orElse(null));
        page.addObject(
                "coming",
                answer.filter(given -> given.coming() != null)
                        .map(AnswerInWords::coming)
                        .orElse(null));
        page.addObject(
                "answeredAt", answer.map(Answer::at).map(AnswerInWords::time).orElse(null));
        return page;
    }

    @PostMapping("/a/{token}/safety")
    ResponseEntity<Void> safety(@PathVariable String token, @RequestParam Safety value) {
        return answer(token, () -> Reply.safety(value));
    }

    @PostMapping("/a/{token}/coming")
    ResponseEntity<Void> coming(@PathVariable String token, @RequestParam int minutes) {
        if (minutes < 0 || minutes > Duration.ofDays(1).toMinutes()) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        return answer(token, () -> Reply.comingAt(clock.instant().plus(Duration.ofMinutes(minutes))));
    }

    @PostMapping("/a/{token}/elsewhere")
    ResponseEntity<Void> elsewhere(@PathVariable String token, @RequestParam(required = false) String place) {
        return answer(token, () -> Reply.workingElsewhere(place));
    }

    @PostMapping("/a/{token}/unable")
    ResponseEntity<Void> unable(@PathVariable String token) {
        return answer(token, Reply::unable);
    }

    private ResponseEntity<Void> answer(String token, Supplier<Reply> reply) {
        SignedLink link = open(token);
        answers.record(link.activation(), link.person(), reply.get(), link.person());
        // Relative, since outside the page may stand under another path.
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create("../" + token))
                .build();
    }

    private SignedLink open(String token) {
        return links.resolve(token)
                .filter(link -> link.purpose().equals(CallingOut.PURPOSE))
                .orElseThrow(NoSuchLink::new);
    }

    /** The same page for unknown, forged and expired: whoever guesses learns nothing. */
    @ExceptionHandler(NoSuchLink.class)
    ModelAndView noSuchLink(HttpServletRequest request) {
        return failedTokens.oneMoreIsTooMany(request.getRemoteAddr())
                ? new ModelAndView("assembly/too-many", Map.of(), HttpStatus.TOO_MANY_REQUESTS)
                : new ModelAndView("assembly/no-such-link", Map.of(), HttpStatus.NOT_FOUND);
    }

    private static final class NoSuchLink extends RuntimeException {}
}
