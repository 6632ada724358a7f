package org.keizoku.people.contact;

import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import org.keizoku.engine.Refused;
import org.keizoku.people.contact.OutsideWorkbook.Outcome;
import org.keizoku.plan.PersonId;
import org.keizoku.plan.workbook.WorkbookRights;
import org.keizoku.platform.workbook.Pending;
import org.keizoku.platform.workbook.WorkbookAnswer;
import org.keizoku.platform.workbook.WorkbookRefused;
import org.keizoku.platform.workbook.WorkbookText;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** 様式9 別紙2 for the operator: written out, brought back, looked at and taken in. */
@Controller
class OutsidePages {

    private static final String GONE = "確認する内容が残っていません。もう一度ファイルを読み込んでください。";
    private static final String FILE_COUNTS = "連絡先は設定(keizoku.people.outside-contacts)のCSVファイルから取り込むことになっています。"
            + "次の起動でその内容に戻るため、ブックからは取り込めません。設定を外して起動し直すか、CSVファイルを直してください。";

    private final OutsideWorkbook workbook;
    private final OutsideSettings settings;
    private final WorkbookRights rights;
    private final Pending<Outcome> pending = new Pending<>(Outcome.class);

    OutsidePages(OutsideWorkbook workbook, OutsideSettings settings, WorkbookRights rights) {
        this.workbook = workbook;
        this.settings = settings;
        this.rights = rights;
    }

    @GetMapping("/plan/workbook/outside-contacts")
    String home(@RequestParam(required = false) Integer taken, Authentication person, Model page) {
        rights.insistOnContacts(person);
        page.addAttribute("taken", taken);
        return home(page, null);
    }

    /** Not a link: what is put on the record is not asked for by a browser that looks ahead. */
    @PostMapping("/plan/workbook/outside-contacts/contacts.xlsx")
    ResponseEntity<byte[]> file(Authentication person) {
        rights.insistOnContacts(person);
        return WorkbookAnswer.of("様式9別紙2.xlsx", workbook.takenOutBy(id(person)));
    }

    @PostMapping("/plan/workbook/outside-contacts")
    String bring(@RequestParam MultipartFile file, Authentication person, HttpSession session, Model page)
            throws IOException {
        rights.insistOnContacts(person);
        try {
            Outcome outcome = workbook.read(WorkbookText.of(file.getBytes()));
            return "redirect:/plan/workbook/outside-contacts/brought/" + pending.keep(session, outcome);
        } catch (WorkbookRefused refused) {
            return home(page, refused.getMessage());
        }
    }

    @GetMapping("/plan/workbook/outside-contacts/brought/{id}")
    String look(@PathVariable String id, Authentication person, HttpSession session, Model page) {
        rights.insistOnContacts(person);
        return pending.find(session, id)
                .map(outcome -> shown(id, outcome, null, page))
                .orElseGet(() -> home(page, GONE));
    }

    @PostMapping("/plan/workbook/outside-contacts/brought/{id}")
    String take(@PathVariable String id, Authentication person, HttpSession session, Model page) {
        rights.insistOnContacts(person);
        var found = pending.find(session, id);
        if (found.isEmpty()) {
            return home(page, GONE);
        }
        try {
            int changes = take(found.get(), id(person));
            pending.forget(session);
            return "redirect:/plan/workbook/outside-contacts?taken=" + changes;
        } catch (Refused refused) {
            return shown(id, found.get(), refused.getMessage(), page);
        }
    }

    private int take(Outcome outcome, PersonId person) {
        if (settings.hasFile()) {
            throw new Refused(FILE_COUNTS);
        }
        if (!outcome.isTakeable()) {
            throw new Refused("誤りがあるか、変わるところがないため、取り込めません。");
        }
        return workbook.take(outcome, person);
    }

    private String home(Model page, String refused) {
        page.addAttribute("refused", refused);
        page.addAttribute("fileCounts", settings.hasFile() ? FILE_COUNTS : null);
        page.addAttribute("mostMegabytes", WorkbookText.MOST_BYTES / 1024 / 1024);
        return "people/outside-contacts";
    }

    private String shown(String id, Outcome outcome, String refused, Model page) {
        page.addAttribute("id", id);
        page.addAttribute("outcome", outcome);
        page.addAttribute("refused", refused);
        page.addAttribute("fileCounts", settings.hasFile() ? FILE_COUNTS : null);
        return "people/outside-contacts-brought";
    }

    private static PersonId id(Authentication person) {
        return new PersonId(person.getName());
    }
}
