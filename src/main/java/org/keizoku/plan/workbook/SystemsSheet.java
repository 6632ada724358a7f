package org.keizoku.plan.workbook;

import static org.keizoku.plan.workbook.CellForms.DURATION;
import static org.keizoku.plan.workbook.CellForms.FLAG;
import static org.keizoku.plan.workbook.CellForms.ID;
import static org.keizoku.plan.workbook.CellForms.SHARE_OF_ONE;
import static org.keizoku.plan.workbook.CellForms.TEXT;
import static org.keizoku.plan.workbook.CellForms.choice;
import static org.keizoku.plan.workbook.CellForms.reference;
import static org.keizoku.plan.workbook.CellForms.references;
import static org.keizoku.plan.workbook.Column.needed;
import static org.keizoku.plan.workbook.Column.of;
import static org.keizoku.plan.workbook.Place.field;
import static org.keizoku.plan.workbook.Place.ofTarget;
import static org.keizoku.plan.workbook.Place.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.keizoku.plan.EventType;
import org.keizoku.plan.workbook.EntrySheet.ListSheet;

/** 様式1: the systems, with the columns of the ministry's list 1-2 (SMP-600-06) and those that the plan needs besides. */
final class SystemsSheet {

    static final String NAME = "様式1";
    static final String TARGETS = "様式1 事象別目標";
    static final String BUSINESSES = "様式1 業務";
    static final String ID_HEADING = "システムID";
    static final String NAME_HEADING = "システム名";

    private SystemsSheet() {}

    /** The sheet of this plan, where these are the vendors and systems that its cells may name. */
    static EntrySheet sheet(PlanEntries plan, Named vendors, Named systems) {
        Named roles = Named.of(plan.part("roles"));
        Named startClasses = Named.of(plan.part("startClasses"));
        Named vendorsBefore = Named.of(plan.part("vendors"));
        return new EntrySheet(
                NAME,
                "システム",
                "systems",
                List.of(
                        needed(ID_HEADING, 22, field("id"), ID, "半角の英小文字・数字・ハイフン。ほかと重ならず、後から変えません"),
                        needed(NAME_HEADING, 30, field("name"), TEXT, "システムの名前"),
                        of("親システム", 20, field("parent"), TEXT, "何かの一部であるときの、全体の名前"),
                        of("対象業務・概要", 30, field("outline"), TEXT, "何のためのシステムか"),
                        needed("主管部門", 22, field("owner"), reference(roles, roles, "計画の役割"), "使う部門。復旧後に使えるかどうかを確かめる役割"),
                        of(
                                "開始区分",
                                10,
                                field("startClass"),
                                reference(startClasses, startClasses, "計画の開始区分"),
                                "業務の目標開始時間の区分"),
                        needed(
                                "優先度",
                                8,
                                field("priority"),
                                choice("S", "S", "A", "A", "B", "B", "C", "C", "D", "D", "E", "E"),
                                "S(最優先)からEまで"),
                        of("優先度の理由", 24, field("priorityReason"), TEXT, "優先度が目標復旧時間から決まるものと違うときの理由"),
                        of("目標復旧時間", 14, ofTarget("rto"), DURATION, "停止から数えて、いつまでに戻すか。「3時間」「30分」「1日」"),
                        of("目標復旧レベル", 34, ofTarget("rlo"), TEXT, "何ができれば戻ったとするか"),
                        of("復旧レベルの割合", 12, ofTarget("share"), SHARE_OF_ONE, "平常時に対する割合。「70%」"),
                        of("目標は例示", 10, ofTarget("example"), FLAG, "目標がまだ例のままのとき○"),
                        of(
                                "設置形態",
                                14,
                                field("hosting"),
                                choice("on-premises", "庁内", "datacenter", "データセンター", "saas", "SaaS"),
                                "どこで動いているか"),
                        of("設置場所", 22, field("place"), TEXT, "建物と部屋"),
                        of(
                                "保守事業者",
                                20,
                                field("vendor"),
                                reference(vendors, vendorsBefore, VendorsSheet.NAME),
                                "様式2の事業者名"),
                        of(
                                "依存するシステム",
                                24,
                                field("dependsOn"),
                                references(systems, NAME),
                                "先に動いていなければならないシステムのID。複数は「、」で区切る"),
                        of("代替手段", 34, field("substitute"), TEXT, "使えない間、何で代わりをするか"),
                        equipment("機種", 18, "model"),
                        equipment("OS", 20, "os"),
                        equipment("HW保守部門", 18, "hardwareMaintainer"),
                        equipment("バックアップ対象(保管場所)", 28, "backup"),
                        equipment("代替機有無(保管場所)", 20, "spare"),
                        equipment("耐震対策", 14, "seismic"),
                        equipment("UPS稼働時間", 14, "ups"),
                        equipment("データ遠隔地保管サイクル", 20, "remoteBackup")),
                List.of(targets(), businesses()));
    }

    private static Column equipment(String heading, int width, String name) {
        return of(heading, width, within("equipment", name), TEXT, "様式1の記載のとおり");
    }

    private static ListSheet targets() {
        String[] events = Arrays.stream(EventType.values())
                .flatMap(event -> Stream.of(event.code(), event.label()))
                .toArray(String[]::new);
        return new ListSheet(
                TARGETS,
                ID_HEADING,
                Place.targetsByEvent(),
                List.of(
                        needed("事象", 18, field("event"), choice(events), "この目標を使う事象"),
                        needed("目標復旧時間", 14, field("rto"), DURATION, "この事象のときの目標復旧時間"),
                        needed("目標復旧レベル", 34, field("rlo"), TEXT, "この事象のときの目標復旧レベル"),
                        of("復旧レベルの割合", 12, field("share"), SHARE_OF_ONE, "平常時に対する割合。「70%」"),
                        of("目標は例示", 10, field("example"), FLAG, "目標がまだ例のままのとき○")));
    }

    private static ListSheet businesses() {
        return new ListSheet(
                BUSINESSES,
                ID_HEADING,
                field("businesses"),
                List.of(
                        needed("業務名", 30, field("name"), TEXT, "このシステムを使う業務"),
                        needed("業務の目標復旧時間", 18, field("rto"), DURATION, "業務をいつまでに再開するか"),
                        of("システムなしで続けられる時間", 24, field("withoutSystem"), DURATION, "代わりの手段で続けられる長さ"),
                        of("その間の手段", 30, field("means"), TEXT, "何で続けるか")));
    }
}
