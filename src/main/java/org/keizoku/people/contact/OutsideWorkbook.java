package org.keizoku.people.contact;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.keizoku.engine.Fact;
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

/** The contact points of vendors and organisations as a workbook and back; that somebody took one is put on the record. */
@Component
class OutsideWorkbook implements BookOfContacts<OutsideWorkbook.Outcome> {

    private static final List<String> GUIDE = List.of(
            "様式9 別紙2 復旧支援事業者・関係機関の連絡先。担当者の個人情報を含みます。保存した場所と写しを管理し、要らなくなったら消してください。",
            "",
            "・1行が窓口一つです。同じ相手に窓口が二つ以上あるときは、上の行から順に電話します。",
            "・担当者名から備考まですべて空欄の行は読み込みません。書いてあったものを空欄にすると、その窓口は削除されます。",
            "・事業者と関係機関、その窓口の名前は計画にあるものだけです。増やすときは、先に計画を改訂します。",
            "・名称は行のずれを見つけるための欄です。システム名は計画から書き出したもので、読み込みません。",
            "・「Excelブック(.xlsx)」として保存し、継続の「事業者・関係機関の連絡先」の画面で読み込みます。誤りが一つでもあれば何も取り込みません。");

    private final OutsideContacts contacts;
    private final Plans plans;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    OutsideWorkbook(OutsideContacts contacts, Plans plans, ApplicationEventPublisher events, Clock clock) {
        this.contacts = contacts;
        this.plans = plans;
        this.events = events;
        this.clock = clock;
    }

    /** What a workbook makes of one contact point, for the person who has to confirm it; without numbers, for a screen has onlookers. */
    record Change(String kind, String owner, String point, String fields) {}

    /**
     * What a workbook would make of the contact points.
     *
     * @param before every one as it was when the workbook was read
     * @param after every one as the workbook has it
     */
    record Outcome(
            List<CellProblem> problems,
            List<String> unread,
            List<Change> changes,
            List<OutsideContact> before,
            List<OutsideContact> after)
            implements BroughtContacts {

        @Override
        public boolean isTakeable() {
            return problems.isEmpty() && !changes.isEmpty();
        }
    }

    @Override
    @Transactional
    public byte[] takenOutBy(PersonId person) {
        List<OutsideContact> all = contacts.all();
        events.publishEvent(new Fact(
                null,
                clock.instant(),
                person.value(),
                null,
                "contacts-exported",
                "{%s} が事業者・関係機関の連絡先の一覧を書き出しました(%d件)。".formatted(person, all.size()),
                Map.of()));
        return new WorkbookWriter()
                .telling("説明", GUIDE)
                .table(OutsideSheet.layout(), OutsideSheet.rows(plans.inForce(), all))
                .bytes();
    }

    @Override
    public Outcome read(WorkbookText workbook) {
        Plan plan = plans.inForce();
        List<OutsideContact> before = contacts.all();
        var sheet = workbook.sheet(OutsideSheet.NAME);
        if (sheet.isEmpty()) {
            var missing = CellProblem.ofSheet(OutsideSheet.NAME, "このシートがありません", "書き出した様式に記入して読み込んでください");
            return new Outcome(List.of(missing), List.of(), List.of(), before, before);
        }
        Table table = Table.of(sheet.get(), OutsideSheet.headings());
        var read = OutsideSheet.read(table, plan);
        List<Change> changes = read.problems().isEmpty() ? changes(before, read.contacts(), plan) : List.of();
        return new Outcome(read.problems(), table.unread(), changes, before, read.contacts());
    }

    @Override
    public int take(Outcome outcome, PersonId person) {
        return contacts.take(outcome.after(), outcome.before(), person.value());
    }

    private static List<Change> changes(List<OutsideContact> before, List<OutsideContact> after, Plan plan) {
        List<Change> changes = new ArrayList<>();
        for (OutsideContact now : after) {
            Optional<OutsideContact> old = before.stream()
                    .filter(one -> OutsideContacts.isSamePlace(one, now))
                    .findFirst();
            if (old.isEmpty()) {
                changes.add(change("追加", now, fields(now, Map.of()), plan));
            } else if (!old.get().equals(now)) {
                changes.add(change("変更", now, fields(now, old.get().values()), plan));
            }
        }
        before.stream()
                .filter(old -> after.stream().noneMatch(now -> OutsideContacts.isSamePlace(old, now)))
                .forEach(old -> changes.add(change("削除", old, "", plan)));
        return changes;
    }

    private static Change change(String kind, OutsideContact contact, String fields, Plan plan) {
        return new Change(
                kind, contact.owner().name(plan).orElse(contact.owner().id()), contact.point(), fields);
    }

    /** The names of the fields that differ. */
    private static String fields(OutsideContact now, Map<OutsideField, String> old) {
        return Arrays.stream(OutsideField.values())
                .filter(field -> !now.value(field).equals(old.getOrDefault(field, "")))
                .map(OutsideField::heading)
                .collect(Collectors.joining("、"));
    }
}
