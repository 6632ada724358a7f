package org.keizoku.audit;

import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.keizoku.activation.ActivationNumber;
import org.keizoku.activation.Activations;
import org.keizoku.plan.Plan;
import org.keizoku.plan.Plans;
import org.keizoku.platform.JapanTime;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The record in plain sentences: one activation from its beginning, or what is looked for over all of them. */
@Controller
class TimelinePages {

    private final SoughtEntries entries;
    private final Activations activations;
    private final Plans plans;
    private final Readers readers;
    private final Words words;
    private final Looks looks;

    TimelinePages(
            SoughtEntries entries, Activations activations, Plans plans, Readers readers, Words words, Looks looks) {
        this.looks = looks;
        this.entries = entries;
        this.activations = activations;
        this.plans = plans;
        this.readers = readers;
        this.words = words;
    }

    @GetMapping("/audit/search")
    String everywhere(
            @RequestParam(defaultValue = "") String person,
            @RequestParam(defaultValue = "") String system,
            @RequestParam(defaultValue = "") String task,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME) LocalDateTime from,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME) LocalDateTime until,
            @RequestParam(defaultValue = "false") boolean details,
            @RequestParam(defaultValue = "0") long after,
            @RequestParam(defaultValue = "0") long before,
            Authentication reader,
            Model model) {
        readers.insist(reader);
        return shown(
                new Sought(null, person, system, task, text, from, until, details),
                plans.inForce(),
                new Place(after, before),
                reader,
                model);
    }

    @GetMapping("/audit/{number:" + ActivationNumber.FORM + "}/timeline")
    String one(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String person,
            @RequestParam(defaultValue = "") String system,
            @RequestParam(defaultValue = "") String task,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME) LocalDateTime from,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME) LocalDateTime until,
            @RequestParam(defaultValue = "false") boolean details,
            @RequestParam(defaultValue = "0") long after,
            @RequestParam(defaultValue = "0") long before,
            Authentication reader,
            Model model) {
        readers.insist(reader);
        var wanted = new ActivationNumber(number);
        activations.find(wanted).orElseThrow(NoSuchRecord::new);
        return shown(
                new Sought(number, person, system, task, text, from, until, details),
                activations.planOf(wanted),
                new Place(after, before),
                reader,
                model);
    }

    private String shown(Sought sought, Plan plan, Place place, Authentication reader, Model model) {
        Found found = entries.find(sought, plan, place);
        Map<String, Names> names = new HashMap<>();
        looks.at(reader, sought.activation() == null ? "記録を探す" : "経過", sought.inWords(), found.entries());
        model.addAttribute("title", sought.activation() == null ? "記録を探す" : "発動 %s の経過".formatted(sought.activation()));
        model.addAttribute("sought", sought);
        model.addAttribute("found", found.told());
        model.addAttribute("previous", found.previous());
        model.addAttribute("next", found.next());
        model.addAttribute(
                "sentences",
                found.entries().stream()
                        .map(entry -> sentence(entry, names.computeIfAbsent(entry.activation(), this::namesOf)))
                        .toList());
        return "audit/timeline";
    }

    /** By the plan of the activation; an operator may start a procedure under any key, which is none. */
    private Names namesOf(String key) {
        return new Names(Optional.of(key)
                .flatMap(ActivationNumber::of)
                .filter(number -> activations.find(number).isPresent())
                .map(activations::planOf)
                .orElseGet(plans::inForce));
    }

    private Sentence sentence(Entry entry, Names names) {
        var line = Line.of(entry, names, words);
        String at = JapanTime.exact(entry.at());
        return new Sentence(
                entry.id(),
                entry.activation(),
                at.substring(0, 10),
                at.substring(11, 16),
                entry.at().getEpochSecond(),
                names.sentence(entry.actor(), entry.capacity(), entry.told()),
                line);
    }

    /**
     * An entry as one sentence; its line has the facts.
     *
     * @param second of Unix time, at which the replay shows it
     */
    record Sentence(long id, String number, String day, String time, long second, String told, Line line) {}
}
