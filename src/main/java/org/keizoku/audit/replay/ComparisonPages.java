package org.keizoku.audit.replay;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.keizoku.activation.ActivationNumber;
import org.keizoku.activation.Activations;
import org.keizoku.audit.Names;
import org.keizoku.audit.NoSuchRecord;
import org.keizoku.audit.Readers;
import org.keizoku.platform.JapanTime;
import org.keizoku.recovery.Recoveries;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The page that holds an activation against its plan. */
@Controller
class ComparisonPages {

    private final Replays replays;
    private final ModelsProcess models;
    private final Recoveries recoveries;
    private final Activations activations;
    private final Readers readers;

    ComparisonPages(
            Replays replays, ModelsProcess models, Recoveries recoveries, Activations activations, Readers readers) {
        this.replays = replays;
        this.models = models;
        this.recoveries = recoveries;
        this.activations = activations;
        this.readers = readers;
    }

    @GetMapping("/audit/{number:" + ActivationNumber.FORM + "}/comparison")
    String comparison(@PathVariable String number, Authentication person, Model page) {
        readers.insist(person);
        var wanted = new ActivationNumber(number);
        var activation = activations.find(wanted).orElseThrow(NoSuchRecord::new);
        Replay replay = replays.of(wanted);
        Map<String, Map<String, List<String>>> clauses = new LinkedHashMap<>();
        replay.runs().forEach(run -> clauses.computeIfAbsent(run.definition(), models::clauses));
        var comparison = new Comparison(replay, new Names(activations.planOf(wanted)), clauses);
        page.addAttribute("number", number);
        page.addAttribute(
                "systems", comparison.systems(recoveries.of(wanted), activation.occurredAt(), activation.eventType()));
        page.addAttribute("clauses", comparison.clauses());
        page.addAttribute("deviations", comparison.deviations());
        page.addAttribute("readAt", JapanTime.exact(replay.readAt()));
        return "audit/comparison";
    }
}
