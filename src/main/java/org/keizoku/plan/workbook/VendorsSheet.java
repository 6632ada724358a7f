package org.keizoku.plan.workbook;

import static org.keizoku.plan.workbook.CellForms.CONTACT_POINTS;
import static org.keizoku.plan.workbook.CellForms.DURATION;
import static org.keizoku.plan.workbook.CellForms.TEXT;
import static org.keizoku.plan.workbook.CellForms.choice;
import static org.keizoku.plan.workbook.CellForms.suggestion;
import static org.keizoku.plan.workbook.Column.needed;
import static org.keizoku.plan.workbook.Column.of;
import static org.keizoku.plan.workbook.Place.answer;
import static org.keizoku.plan.workbook.Place.field;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** 様式2: the vendors, with the nine questions of the ministry's form (SMP-600-09) and what the procedures ask for besides. */
final class VendorsSheet {

    static final String NAME = "様式2";

    private static final List<String> YES_NO = List.of("あり", "なし");

    private static final List<Question> QUESTIONS = List.of(
            new Question("A1 稼動率の取決め", YES_NO, "災害・事故時を含むサービス稼動率に関する取決めがあるか"),
            new Question("A2 参集時間の取決め", YES_NO, "一定の被害が起きた場合の担当者の参集時間に関する取決めがあるか"),
            new Question("A3 災害時の免責", List.of("免責", "免責でない", "未定義"), "災害によるサービス停止や被害が免責事項となっているか"),
            new Question("A4 代替機器・場所の取決め", YES_NO, "一定以上の被害が起きた場合の、代替機器や場所の提供などの取決めがあるか"),
            new Question("B5 同時被災する地域", YES_NO, "広域災害のとき同時に被災する地域に事業者の事務所があるか"),
            new Question("B6 遠隔の支援拠点", YES_NO, "より遠隔に別の支援拠点があるか"),
            new Question("C7 自動参集の取決め", YES_NO, "一定以上の被害が起きた場合に担当者が自動で参集する取決めがあるか"),
            new Question("C8 代替連絡先の把握", YES_NO, "電話が繋がらない場合の代替連絡先を把握しているか"),
            new Question("C9 複数担当者の連絡先", YES_NO, "複数の担当者に直接連絡できる連絡先を把握しているか"));

    private static final EntrySheet SHEET = new EntrySheet(NAME, "事業者", "vendors", columns(), List.of());

    private VendorsSheet() {}

    static EntrySheet sheet() {
        return SHEET;
    }

    private static List<Column> columns() {
        var facts = Stream.of(
                needed("事業者ID", 20, field("id"), TEXT, "半角の英小文字・数字・ハイフン。ほかと重ならず、後から変えません"),
                needed("事業者名", 28, field("name"), TEXT, "事業者の名前"),
                needed(
                        "種別",
                        10,
                        field("kind"),
                        choice("operation", "運用", "maintenance", "保守", "other", "その他"),
                        "何を頼んでいるか"),
                of("受け持ち", 26, field("serves"), TEXT, "何の面倒をみるか"),
                of(
                        "連絡窓口",
                        26,
                        field("contacts"),
                        CONTACT_POINTS,
                        "窓口や担当の呼び名を、連絡する順に1行に1つ。電話番号やアドレスは書かず、別の連絡先の仕組みで扱います"),
                of("到着までの時間", 16, field("arrivesWithin"), DURATION, "呼んでから何時間で現地に着く約束か"),
                of("自動参集の条件", 26, field("assembles"), TEXT, "呼ばなくても集まる条件。なければ空欄"));
        return Stream.concat(facts, IntStream.range(0, QUESTIONS.size()).mapToObj(n -> QUESTIONS
                        .get(n)
                        .column(n)))
                .toList();
    }

    /** One of the nine questions, by the group's letter and its number. */
    private record Question(String heading, List<String> answers, String asks) {

        Column column(int n) {
            return of(heading, 14, answer(n), suggestion(answers), asks);
        }
    }
}
