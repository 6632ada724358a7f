package org.keizoku.people.contact;

import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.function.BooleanSupplier;
import org.keizoku.engine.Refused;
import org.keizoku.plan.PersonId;
import org.keizoku.plan.workbook.WorkbookRights;
import org.keizoku.platform.workbook.Pending;
import org.keizoku.platform.workbook.WorkbookAnswer;
import org.keizoku.platform.workbook.WorkbookRefused;
import org.keizoku.platform.workbook.WorkbookText;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.ui.Model;
import org.springframework.web.multipart.MultipartFile;

/**
 * The pages on which a list of contacts is written out, brought back, looked at and taken in; the same for the staff's and for those of
 * vendors and organisations.
 */
final class BringingContacts<B extends BroughtContacts> {

    private static final String GONE = "確認する内容が残っていません。もう一度ファイルを読み込んでください。";

    private final String name;
    private final BookOfContacts<B> book;
    private final String file;
    private final BooleanSupplier hasFile;
    private final WorkbookRights rights;
    private final Pending<B> pending;

    /**
     * @param name the last word of the page's address, and the name of its template
     * @param file the setting that may name a CSV file from which this list comes
     * @param hasFile whether it does
     */
    BringingContacts(
            String name,
            Class<B> brought,
            BookOfContacts<B> book,
            String file,
            BooleanSupplier hasFile,
            WorkbookRights rights) {
        this.name = name;
        this.pending = new Pending<>(brought);
        this.book = book;
        this.rights = rights;
        this.file = file;
        this.hasFile = hasFile;
    }

    String home(Integer taken, Authentication person, Model page) {
        rights.insistOnContacts(person);
        page.addAttribute("taken", taken);
        return home(page, null);
    }

    ResponseEntity<byte[]> file(String fileName, Authentication person) {
        rights.insistOnContacts(person);
        return WorkbookAnswer.of(fileName, book.takenOutBy(id(person)));
    }

    String bring(MultipartFile file, Authentication person, HttpSession session, Model page) throws IOException {
        rights.insistOnContacts(person);
        try {
            B brought = book.read(WorkbookText.of(file.getBytes()));
            return "redirect:/plan/workbook/%s/brought/%s".formatted(name, pending.keep(session, brought));
        } catch (WorkbookRefused refused) {
            return home(page, refused.getMessage());
        }
    }

    String look(String id, Authentication person, HttpSession session, Model page) {
        rights.insistOnContacts(person);
        return pending.find(session, id)
                .map(brought -> shown(id, brought, null, page))
                .orElseGet(() -> home(page, GONE));
    }

    String take(String id, Authentication person, HttpSession session, Model page) {
        rights.insistOnContacts(person);
        var found = pending.find(session, id);
        if (found.isEmpty()) {
            return home(page, GONE);
        }
        try {
            int changes = take(found.get(), id(person));
            pending.forget(session);
            return "redirect:/plan/workbook/%s?taken=%d".formatted(name, changes);
        } catch (Refused refused) {
            return shown(id, found.get(), refused.getMessage(), page);
        }
    }

    private int take(B brought, PersonId person) {
        if (hasFile.getAsBoolean()) {
            throw new Refused(fileCounts());
        }
        if (!brought.isTakeable()) {
            throw new Refused("誤りがあるか、変わるところがないため、取り込めません。");
        }
        return book.take(brought, person);
    }

    private String fileCounts() {
        return "連絡先は設定(%s)のCSVファイルから取り込むことになっています。次の起動でその内容に戻るため、ブックからは取り込めません。設定を外して起動し直すか、CSVファイルを直してください。"
                .formatted(file);
    }

    private String home(Model page, String refused) {
        page.addAttribute("refused", refused);
        page.addAttribute("fileCounts", hasFile.getAsBoolean() ? fileCounts() : null);
        page.addAttribute("mostMegabytes", WorkbookText.MOST_BYTES / 1024 / 1024);
        return "people/" + name;
    }

    private String shown(String id, B brought, String refused, Model page) {
        page.addAttribute("id", id);
        page.addAttribute("outcome", brought);
        page.addAttribute("refused", refused);
        page.addAttribute("fileCounts", hasFile.getAsBoolean() ? fileCounts() : null);
        return "people/%s-brought".formatted(name);
    }

    private static PersonId id(Authentication person) {
        return new PersonId(person.getName());
    }
}
