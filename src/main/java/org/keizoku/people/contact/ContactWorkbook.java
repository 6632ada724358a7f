package org.keizoku.people.contact;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.keizoku.engine.Fact;
import org.keizoku.people.contact.ContactFile.Line;
import org.keizoku.plan.PersonId;
import org.keizoku.plan.Plan;
import org.keizoku.plan.Plans;
import org.keizoku.platform.workbook.CellProblem;
import org.keizoku.platform.workbook.Table;
import org.keizoku.platform.workbook.WorkbookText;
import org.keizoku.platform.workbook.WorkbookWriter;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The contacts as a workbook and back. A workbook holds whole numbers: that somebody took one is put on the record. */
@Component
class ContactWorkbook implements BookOfContacts<ContactWorkbook.Outcome> {

    private static final List<String> GUIDE = List.of(
            "様式9 緊急連絡先。個人情報です。保存した場所と写しを管理し、要らなくなったら消してください。",
            "",
            "・1行が連絡先1件です。同じ人に同じ手段が二つ以上あるときは、上の行から順に使います。",
            "・番号・アドレスが空欄の行は読み込みません。書いてあったものを空欄にすると、その連絡先は削除されます。",
            "・携帯電話の番号は「090-0000-0000」のように書けます。全角や、ハイフンのないものも読み込めます。",
            "・氏名は行のずれを見つけるための欄です。職員IDの人と違う氏名のときは読み込みません。",
            "・「Excelブック(.xlsx)」として保存し、継続の「連絡先を書き出す・読み込む」の画面で読み込みます。誤りが一つでもあれば何も取り込みません。");

    private final ContactImport contacts;
    private final Plans plans;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ContactWorkbook(ContactImport contacts, Plans plans, ApplicationEventPublisher events, Clock clock) {
        this.contacts = contacts;
        this.plans = plans;
        this.events = events;
        this.clock = clock;
    }

    /**
     * What a workbook would make of the contacts.
     *
     * @param before every contact as it was when the workbook was read
     * @param after every contact as the workbook has it
     */
    record Outcome(
            List<CellProblem> problems,
            List<String> unread,
            List<ContactChange> changes,
            List<Line> before,
            List<Line> after)
            implements BroughtContacts {

        @Override
        public boolean isTakeable() {
            return problems.isEmpty() && !changes.isEmpty();
        }
    }

    @Override
    @Transactional
    public byte[] takenOutBy(PersonId person) {
        Plan plan = plans.inForce();
        List<Line> all = contacts.all();
        long people = all.stream().map(Line::person).distinct().count();
        events.publishEvent(new Fact(
                null,
                clock.instant(),
                person.value(),
                null,
                "contacts-exported",
                "{%s} が連絡先の一覧を書き出しました(職員%d人、%d件)。".formatted(person, people, all.size()),
                Map.of()));
        return new WorkbookWriter()
                .telling("説明", GUIDE)
                .table(ContactSheet.layout(), ContactSheet.rows(plan, all))
                .bytes();
    }

    @Override
    public Outcome read(WorkbookText workbook) {
        Plan plan = plans.inForce();
        List<Line> before = contacts.all();
        var sheet = workbook.sheet(ContactSheet.NAME);
        if (sheet.isEmpty()) {
            var missing = CellProblem.ofSheet(ContactSheet.NAME, "このシートがありません", "書き出した様式に記入して読み込んでください");
            return new Outcome(List.of(missing), List.of(), List.of(), before, before);
        }
        Table table = Table.of(sheet.get(), ContactSheet.headings());
        var read = ContactSheet.read(table, plan);
        List<ContactChange> changes =
                read.problems().isEmpty() ? ContactChange.between(before, read.lines(), plan) : List.of();
        return new Outcome(read.problems(), table.unread(), changes, before, read.lines());
    }

    @Override
    public int take(Outcome outcome, PersonId person) {
        return contacts.take(outcome.after(), outcome.before(), person);
    }
}
