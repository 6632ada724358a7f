package org.keizoku.downgrade;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import org.keizoku.downgrade.EntryRegister.Stay;
import org.keizoku.downgrade.Evidence.Listed;
import org.keizoku.engine.Refused;
import org.keizoku.engine.Side;
import org.keizoku.people.Standing;
import org.keizoku.plan.PersonId;
import org.keizoku.platform.JapanTime;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;

/** One matter for those who answer for it: what was asked, who did what, its register, and the files that show it. */
@Controller
class DowngradePages {

    private final DowngradeRows rows;
    private final DowngradeHands hands;
    private final Evidence evidence;
    private final EntryRegister register;
    private final DowngradeRights rights;
    private final Standing standing;
    private final Clock clock;

    DowngradePages(
            DowngradeRows rows,
            DowngradeHands hands,
            Evidence evidence,
            EntryRegister register,
            DowngradeRights rights,
            Standing standing,
            Clock clock) {
        this.rows = rows;
        this.hands = hands;
        this.evidence = evidence;
        this.register = register;
        this.rights = rights;
        this.standing = standing;
        this.clock = clock;
    }

    @GetMapping("/downgrades/{number:\\d{1,18}}")
    String one(@PathVariable long number, Authentication person, Model page) {
        Downgrade downgrade = seen(number, person);
        page.addAttribute("title", downgrade.title());
        page.addAttribute("number", number);
        page.addAttribute("activation", downgrade.activation().value());
        page.addAttribute("state", downgrade.stateInWords());
        page.addAttribute("until", JapanTime.plain(downgrade.until()));
        page.addAttribute("late", downgrade.isOverdue(clock.instant()));
        page.addAttribute("facts", DowngradeRequests.values(downgrade.request()));
        page.addAttribute(
                "hands",
                hands.of(number).hands().entrySet().stream().map(this::hand).toList());
        page.addAttribute("stays", register.of(number).stream().map(Line::of).toList());
        page.addAttribute("files", evidence.of(number).stream().map(this::file).toList());
        page.addAttribute("mayAdd", downgrade.mayHaveEvidence() && rights.mayAdd(downgrade, id(person)));
        return "downgrade/one";
    }

    @PostMapping("/downgrades/{number:\\d{1,18}}/evidence")
    String add(@PathVariable long number, @RequestParam MultipartFile file, Authentication person, Model page)
            throws IOException {
        Downgrade downgrade = seen(number, person);
        if (!rights.mayAdd(downgrade, id(person))) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        try {
            evidence.add(number, file.getOriginalFilename(), file.getBytes(), id(person));
            return "redirect:/downgrades/" + number;
        } catch (Refused refused) {
            page.addAttribute("refused", refused.getMessage());
            return one(number, person, page);
        }
    }

    /** Always to be saved, never shown in the browser, and of the type that we found it to be. */
    @GetMapping("/downgrades/{number:\\d{1,18}}/evidence/{file:\\d{1,18}}")
    ResponseEntity<byte[]> download(@PathVariable long number, @PathVariable long file, Authentication person) {
        Downgrade downgrade = seen(number, person);
        var content = evidence.find(number, file).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        evidence.taken(downgrade, content);
        String disposition = ContentDisposition.attachment()
                .filename(content.name(), StandardCharsets.UTF_8)
                .build()
                .toString();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, content.kind().mediaType())
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition)
                .body(content.bytes());
    }

    private Downgrade seen(long number, Authentication person) {
        Downgrade downgrade = rows.find(number).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        if (!rights.maySee(downgrade, id(person))) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        return downgrade;
    }

    private Player hand(Map.Entry<String, Side> hand) {
        return new Player(hand.getValue().label(), standing.nameOf(hand.getKey()));
    }

    private Shown file(Listed file) {
        return new Shown(
                file.id(),
                file.name(),
                file.kind().name(),
                standing.nameOf(file.uploadedBy()),
                JapanTime.exact(file.uploadedAt()),
                file.sha256());
    }

    private static PersonId id(Authentication person) {
        return new PersonId(person.getName());
    }

    /** Who plays which part. */
    record Player(String part, String name) {}

    /** A file in the list. */
    record Shown(long id, String name, String kind, String by, String at, String sha256) {}

    /** A line of the register. */
    record Line(String name, String section, String entered, String left, String purpose) {

        static Line of(Stay stay) {
            return new Line(
                    stay.name(),
                    stay.section(),
                    JapanTime.plain(stay.entered()),
                    JapanTime.plain(stay.left()),
                    stay.purpose());
        }
    }
}
