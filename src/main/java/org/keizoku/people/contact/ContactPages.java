package org.keizoku.people.contact;

import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import org.keizoku.people.contact.ContactWorkbook.Outcome;
import org.keizoku.plan.workbook.WorkbookRights;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** 様式9 for the operator: written out, brought back, looked at and taken in. */
@Controller
class ContactPages {

    private static final String FILE = "keizoku.people.contacts";

    private final BringingContacts<Outcome> bringing;

    ContactPages(ContactWorkbook workbook, ContactSettings settings, WorkbookRights rights) {
        this.bringing = new BringingContacts<>("contacts", Outcome.class, workbook, FILE, settings::hasFile, rights);
    }

    @GetMapping("/plan/workbook/contacts")
    String home(@RequestParam(required = false) Integer taken, Authentication person, Model page) {
        return bringing.home(taken, person, page);
    }

    /** Not a link: what is put on the record is not asked for by a browser that looks ahead. */
    @PostMapping("/plan/workbook/contacts/contacts.xlsx")
    ResponseEntity<byte[]> file(Authentication person) {
        return bringing.file("様式9.xlsx", person);
    }

    @PostMapping("/plan/workbook/contacts")
    String bring(@RequestParam MultipartFile file, Authentication person, HttpSession session, Model page)
            throws IOException {
        return bringing.bring(file, person, session, page);
    }

    @GetMapping("/plan/workbook/contacts/brought/{id}")
    String look(@PathVariable String id, Authentication person, HttpSession session, Model page) {
        return bringing.look(id, person, session, page);
    }

    @PostMapping("/plan/workbook/contacts/brought/{id}")
    String take(@PathVariable String id, Authentication person, HttpSession session, Model page) {
        return bringing.take(id, person, session, page);
    }
}
