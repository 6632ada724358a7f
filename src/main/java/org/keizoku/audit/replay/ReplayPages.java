package org.keizoku.audit.replay;

import java.util.List;
import java.util.SortedSet;
import org.keizoku.activation.ActivationNumber;
import org.keizoku.activation.Activations;
import org.keizoku.audit.Looks;
import org.keizoku.audit.Names;
import org.keizoku.audit.NoSuchRecord;
import org.keizoku.audit.Readers;
import org.keizoku.audit.Words;
import org.keizoku.audit.replay.SceneShown.RunShown;
import org.keizoku.platform.JapanTime;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** The replay of an activation: the page, and what its script asks for. */
@Controller
class ReplayPages {

    private static final String NUMBER = "{number:" + ActivationNumber.FORM + "}";

    private final Replays replays;
    private final ModelsProcess models;
    private final Activations activations;
    private final Readers readers;
    private final Words words;
    private final Looks looks;

    ReplayPages(
            Replays replays, ModelsProcess models, Activations activations, Readers readers, Words words, Looks looks) {
        this.looks = looks;
        this.replays = replays;
        this.models = models;
        this.activations = activations;
        this.readers = readers;
        this.words = words;
    }

    /**
     * @param at the second of Unix time at which the replay is opened; the first one where it is left out
     */
    @GetMapping("/audit/" + NUMBER + "/replay")
    String page(
            @PathVariable String number, @RequestParam(defaultValue = "0") long at, Authentication person, Model page) {
        known(number, person);
        page.addAttribute("number", number);
        page.addAttribute("at", at);
        return "audit/replay";
    }

    /** Every scene is asked for with a run that stands here: so this is the one look, however often the slider moves. */
    @GetMapping("/audit/" + NUMBER + "/replay/overview")
    @ResponseBody
    Overview overview(@PathVariable String number, Authentication person) {
        Replay replay = replays.of(known(number, person));
        looks.at(person, "図での再生", number);
        return new Overview(
                replay.seconds(),
                replay.lates().stream().map(Late::of).toList(),
                replay.roots().stream()
                        .map(run -> new RunShown(run.id(), run.name()))
                        .toList(),
                JapanTime.exact(replay.readAt()));
    }

    @GetMapping("/audit/" + NUMBER + "/replay/scene")
    @ResponseBody
    SceneShown scene(
            @PathVariable String number, @RequestParam long at, @RequestParam String run, Authentication person) {
        var activation = known(number, person);
        Replay replay = replays.of(activation);
        return new SceneInWords(replay, new Names(activations.planOf(activation)), kind -> words.of("kind", kind))
                .of(at, replay.run(run).orElseThrow(NoSuchRecord::new));
    }

    /** The model in the version that one of the activation's runs ran. */
    @GetMapping("/audit/" + NUMBER + "/replay/model")
    ResponseEntity<String> model(@PathVariable String number, @RequestParam String definition, Authentication person) {
        Replay replay = replays.of(known(number, person));
        if (replay.runs().stream().noneMatch(run -> run.definition().equals(definition))) {
            throw new NoSuchRecord();
        }
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("application/xml;charset=UTF-8"))
                .body(models.model(definition));
    }

    private ActivationNumber known(String number, Authentication person) {
        readers.insist(person);
        var wanted = new ActivationNumber(number);
        activations.find(wanted).orElseThrow(NoSuchRecord::new);
        return wanted;
    }

    /**
     * What the page needs before the first scene.
     *
     * @param seconds of Unix time, at which something happened
     */
    record Overview(SortedSet<Long> seconds, List<Late> lates, List<RunShown> roots, String readAt) {}

    /** A task that was overdue, from the second at which it came to be. */
    record Late(long second, String at, String run, String step, String name) {

        static Late of(Token token) {
            return new Late(
                    token.dueAt().getEpochSecond(),
                    JapanTime.exact(token.dueAt()),
                    token.run(),
                    token.step(),
                    token.name());
        }
    }
}
