package org.keizoku.plan.workbook;

import java.util.ArrayList;
import java.util.List;

/** The sheet that tells how the others are filled in and brought back. */
final class Guide {

    static final String NAME = "説明";

    private Guide() {}

    /** The line at the top, which tells of which plan version the workbook was written. */
    static String title(PlanEntries plan) {
        return "%s ICT-BCP 様式1・様式2(計画の版 %s から書き出し)"
                .formatted(
                        plan.entries().path("organisation").asText(),
                        plan.entries().path("version").asText());
    }

    static List<String> of(PlanEntries plan, List<EntrySheet> sheets) {
        List<String> lines = new ArrayList<>(List.of(
                title(plan),
                "",
                "記入のしかた",
                "・1行が1件です。行を足すと追加、行を消すと削除になります。並び順も計画に反映されます。",
                "・見出しの行は変えないでください。列の順番を変えたり、自分用の列を足したりするのは構いません(足した列は読み込みません)。",
                "・セルは結合しないでください。数式は、計算された値だけを読み込みます。ほかのファイルを参照する数式は使えません。",
                "・時間は「3時間」「30分」「1日」「1日12時間」のように書きます。全角の数字でも読み込めます。",
                "・リストから選べる列には「選択肢」のシートの値を使います。",
                "・電話番号やメールアドレスは書かないでください。連絡先は様式9で別に扱います。",
                "・様式にない項目(疎通確認先、一覧での順番、根拠条項)は、計画にあるまま残ります。",
                "",
                "読み込みかた",
                "1. ブックを「Excelブック(.xlsx)」として保存します(パスワードやマクロは付けません)。",
                "2. 継続の「Excelで書き出す・読み込む」の画面で、このファイルを選んで読み込みます。",
                "3. 追加・変更・削除の一覧を確かめます。誤りがあれば、シート・行・列と直し方が表示されます。誤りが一つでもあれば何も取り込みません。",
                "4. 理由を書いて確定すると、計画の次の版の案になります。別の人が承認して初めて、計画が変わります。"));
        for (EntrySheet sheet : sheets) {
            columns(lines, sheet.name(), sheet.columns());
            sheet.lists().forEach(list -> columns(lines, list.name(), list.columns()));
        }
        return lines;
    }

    private static void columns(List<String> lines, String sheet, List<Column> columns) {
        lines.add("");
        lines.add("「%s」の列".formatted(sheet));
        columns.forEach(column ->
                lines.add("・%s%s: %s".formatted(column.heading(), column.required() ? "(必須)" : "", column.hint())));
    }
}
