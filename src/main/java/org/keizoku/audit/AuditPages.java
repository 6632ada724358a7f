package org.keizoku.audit;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.keizoku.activation.Activation;
import org.keizoku.activation.ActivationNumber;
import org.keizoku.activation.Activations;
import org.keizoku.audit.seal.SealState;
import org.keizoku.plan.EventType;
import org.keizoku.plan.Plan;
import org.keizoku.plan.Plans;
import org.keizoku.platform.JapanTime;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The ledger's pages: the activations, one of them in order, and the same as a file. */
@Controller
class AuditPages {

    /** Stands in the address for what belongs to no activation. */
    private static final String GENERAL = "general";

    private final Entries entries;
    private final Activations activations;
    private final Plans plans;
    private final Readers readers;
    private final Words words;
    private final SealState seals;
    private final Looks looks;

    AuditPages(
            Entries entries,
            Activations activations,
            Plans plans,
            Readers readers,
            Words words,
            SealState seals,
            Looks looks) {
        this.entries = entries;
        this.activations = activations;
        this.plans = plans;
        this.readers = readers;
        this.words = words;
        this.seals = seals;
        this.looks = looks;
    }

    @GetMapping("/audit")
    String activations(Authentication person, Model page) {
        readers.insist(person);
        page.addAttribute(
                "activations", activations.all().stream().map(this::row).toList());
        page.addAttribute("seal", seals.newest().map(SealShown::of).orElse(null));
        page.addAttribute("unsealed", seals.unsealed());
        return "audit/activations";
    }

    @GetMapping("/audit/{number}")
    String one(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "1") int page,
            Authentication person,
            Model model) {
        readers.insist(person);
        var plan = planOf(number);
        var search = Search.of(key(number), kind, text, plan);
        int pages = entries.pages(search);
        int shown = Math.min(Math.max(page, 1), pages);
        model.addAttribute("number", number);
        model.addAttribute("title", number.equals(GENERAL) ? "発動に属さない記録" : title(number));
        model.addAttribute("search", search);
        model.addAttribute("kinds", kinds(search));
        List<Entry> read = entries.page(search, shown);
        looks.at(person, "記録", number, read);
        model.addAttribute("lines", lines(read, plan));
        model.addAttribute("page", shown);
        model.addAttribute("pages", pages);
        return "audit/activation";
    }

    @GetMapping("/audit/{number}.csv")
    ResponseEntity<byte[]> file(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String text,
            Authentication person) {
        readers.insist(person);
        var plan = planOf(number);
        String csv = Csv.of(lines(entries.all(Search.of(key(number), kind, text, plan)), plan));
        looks.takenAway(person, null, "記録(CSV)", Map.of("対象", number, "種類", kind, "探した語", text));
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"ledger-%s.csv\"".formatted(number))
                .body(csv.getBytes(StandardCharsets.UTF_8));
    }

    private Plan planOf(String number) {
        if (number.equals(GENERAL)) {
            return plans.inForce();
        }
        var wanted = ActivationNumber.of(number).orElseThrow(NoSuchRecord::new);
        activations.find(wanted).orElseThrow(NoSuchRecord::new);
        return activations.planOf(wanted);
    }

    private static String title(String number) {
        return new ActivationNumber(number).marked("発動 " + number + " の記録");
    }

    private static String key(String number) {
        return number.equals(GENERAL) ? null : number;
    }

    private List<Line> lines(List<Entry> found, Plan plan) {
        var names = new Names(plan);
        return found.stream().map(entry -> Line.of(entry, names, words)).toList();
    }

    private List<Choice> kinds(Search search) {
        return entries.kinds(search).stream()
                .map(kind -> new Choice(kind, words.of("kind", kind)))
                .toList();
    }

    private Row row(Activation activation) {
        return new Row(
                activation.number().value(),
                activation
                        .number()
                        .marked(EventType.of(activation.eventType())
                                .map(EventType::label)
                                .orElse(activation.eventType())),
                JapanTime.exact(activation.occurredAt()),
                JapanTime.exact(activation.openedAt()),
                activation.state().label(),
                JapanTime.exact(activation.closedAt()));
    }

    /** A kind to choose. */
    record Choice(String kind, String name) {}

    /** An activation in the list. */
    record Row(String number, String event, String occurredAt, String openedAt, String state, String closedAt) {}
}
