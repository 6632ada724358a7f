package org.keizoku.audit.replay;

import java.time.Duration;
import java.util.List;
import org.keizoku.audit.NoSuchRecord;
import org.keizoku.audit.Readers;
import org.keizoku.audit.replay.ModelsProcess.Procedure;
import org.keizoku.platform.JapanTime;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where the time goes: the steps of a procedure over all activations, as heat on its diagram. */
@Controller
class HeatPages {

    private final StepTimes times;
    private final ModelsProcess models;
    private final Readers readers;

    HeatPages(StepTimes times, ModelsProcess models, Readers readers) {
        this.times = times;
        this.models = models;
        this.readers = readers;
    }

    /**
     * @param procedure the process id; the first one that ran where it is left out
     * @param of whose times are drawn: those of real activations, of drills, or all
     */
    @GetMapping("/audit/heat")
    String heat(
            @RequestParam(defaultValue = "") String procedure,
            @RequestParam(defaultValue = "REAL") Nights of,
            Authentication person,
            Model page) {
        readers.insist(person);
        List<Procedure> procedures = models.latest(times.processes());
        var chosen = procedures.stream()
                .filter(known -> procedure.isEmpty() || known.process().equals(procedure))
                .findFirst();
        if (chosen.isEmpty() && !procedure.isEmpty()) {
            throw new NoSuchRecord();
        }
        page.addAttribute("procedures", procedures);
        page.addAttribute("chosen", chosen.orElse(null));
        page.addAttribute("rows", chosen.map(one -> rows(one, of)).orElse(List.of()));
        page.addAttribute("nights", Nights.values());
        page.addAttribute("of", of);
        return "audit/heat";
    }

    /** The newest model of the procedure, on which all activations' times are drawn. */
    @GetMapping("/audit/heat/model")
    ResponseEntity<String> model(@RequestParam String procedure, Authentication person) {
        readers.insist(person);
        var latest = models.latest(List.of(procedure)).stream().findFirst().orElseThrow(NoSuchRecord::new);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("application/xml;charset=UTF-8"))
                .body(models.model(latest.definition()));
    }

    private List<Row> rows(Procedure chosen, Nights of) {
        List<StepTime> steps = times.of(chosen.process(), of);
        Duration most = steps.stream().map(StepTime::total).findFirst().orElse(Duration.ZERO);
        return steps.stream()
                .map(step -> new Row(
                        step.step(),
                        chosen.steps().getOrDefault(step.step(), step.step()),
                        step.times(),
                        JapanTime.span(step.mean()),
                        JapanTime.span(step.longest()),
                        JapanTime.span(step.total()),
                        step.heat(most)))
                .toList();
    }

    /** A step and its times in words. */
    record Row(String step, String name, long times, String mean, String longest, String total, int heat) {}
}
