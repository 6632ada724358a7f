package org.keizoku.plan.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.keizoku.plan.ClauseId;
import org.keizoku.plan.Plan;
import org.keizoku.plan.PlanFile;
import org.keizoku.plan.clause.PlanClauses;

/** A plan in chapters: nothing of it is lost on the way to the page. */
class PlanBookTest {

    private static final Path WHOLE = Path.of("src/test/resources/samples/whole-plan.yaml");

    static Stream<Path> plans() throws IOException {
        try (Stream<Path> folders = Files.list(Path.of("src/main/resources/plans"))) {
            return Stream.concat(
                    Stream.of(WHOLE), folders.filter(Files::isDirectory).map(folder -> folder.resolve("plan.yaml")))
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("plans")
    void every_clause_of_the_plan_stands_at_an_entry(Path file) throws IOException {
        Plan plan = read(file);

        assertThat(PlanBook.of(plan).carriers().keySet()).containsAll(PlanClauses.of(plan));
    }

    @ParameterizedTest
    @MethodSource("plans")
    void every_anchor_is_there_once_and_every_link_leads_to_one(Path file) throws IOException {
        List<Chapter> chapters = PlanBook.of(read(file)).chapters();
        List<String> anchors = chapters.stream()
                .flatMap(chapter -> Stream.concat(
                        Stream.of(chapter.anchor()), chapter.entries().stream().map(Entry::anchor)))
                .toList();

        assertThat(anchors).doesNotHaveDuplicates();
        assertThat(anchors)
                .containsAll(chapters.stream()
                        .flatMap(chapter -> chapter.entries().stream())
                        .flatMap(PlanBookTest::values)
                        .map(Value::anchor)
                        .filter(Objects::nonNull)
                        .toList());
    }

    @Test
    void a_role_shows_holders_deputies_in_order_duties_and_its_part_in_each_structure() throws IOException {
        assertThat(told("role-head")).containsExactly("担当者: 見本 村長(村長)", "代行の順: 架空 課長(総務課長) | 仮名 主事(総務課主事)");
        assertThat(told("role-office"))
                .containsExactly(
                        "担当者: 架空 課長(総務課長) | 仮名 主事(総務課主事)",
                        "上位の役割: 本部長",
                        "任務: 記録をとる | 電話を受ける",
                        "水防体制では: 「水防班」 | 土のうを積む",
                        "平常時では: 台帳を整える");
    }

    @Test
    void a_structure_shows_its_events_its_other_roles_and_its_lines() throws IOException {
        assertThat(told("structure-flood")).containsExactly("対象の事象: 風水害、停電", "指揮: 本部長", "復旧拠点をどこにするか: 総務課");
        assertThat(rows("structure-quake")).containsExactly("本部長 | 総務課 | 指示", "総務課 | 県 | 報告");
    }

    @Test
    void a_decision_shows_who_makes_it_where_it_is_another_and_how_long_silence_may_last() throws IOException {
        assertThat(told("decision-recovery-base"))
                .containsExactly("判断する役割: 本部長", "体制による違い: 水防体制: 総務課", "答えがないとき: 1時間30分たつごとに、次の代行者も判断できる", "理由の記入: 必要");
    }

    @Test
    void each_structure_has_its_own_list_with_its_own_target() throws IOException {
        assertThat(rows("system-list-quake"))
                .containsExactly("1 | 庁内LAN | S | 2時間 | 総務課", "2 | 台帳システム | S | 3時間 | 総務課");
        assertThat(rows("system-list-flood")).containsExactly("1 | 台帳システム | S | 1日(例) | 総務課");
    }

    @Test
    void a_system_shows_everything_that_is_known_of_it() throws IOException {
        assertThat(told("system-ledger"))
                .containsExactly(
                        "優先度: S(人命に関わる)",
                        "目標: 地震: 3時間以内 照会ができる(通常の50%) | 1日以内 すべて使える(例)",
                        "所管: 総務課",
                        "上位のシステム: 基幹系",
                        "概要: 住民の台帳",
                        "開始区分: A",
                        "業務: 安否の照会: 目標4時間以内、システムなしで1時間(紙の台帳)",
                        "先に要るシステム: 庁内LAN",
                        "代替手段: 紙の台帳",
                        "保守事業者: 架空商会",
                        "形態: クラウドサービス(SaaS)",
                        "設置場所: 県外",
                        "文書: M-1 台帳の操作手順",
                        "疎通の確認先: ledger.example",
                        "機種: 型番一",
                        "OS: 基本ソフト一",
                        "機器の保守: 架空商会",
                        "バックアップ: 毎日",
                        "予備機: なし",
                        "耐震: 固定済み",
                        "無停電電源: あり",
                        "遠隔地バックアップ: 毎週");
    }

    @Test
    void hours_assembly_bases_and_vendors_are_in_words() throws IOException {
        assertThat(told("working-hours")).containsExactly("曜日: 月・金(国民の祝日を除く)", "時間: 08:30〜17:15", "休み: 12月29日、12月30日");
        assertThat(entry("working-hours").example()).isTrue();
        assertThat(told("reach")).containsExactly("範囲: 自宅から10km以内", "見込み: そのうち70%");
        assertThat(told("place-2")).containsExactly("とき: 役場に入れないとき", "だれ: 本部長");
        assertThat(told("base-hall"))
                .containsExactly(
                        "種別: 現庁舎",
                        "システムの場所: 1階",
                        "本部の場所: 2階",
                        "電源: 発電機で72時間",
                        "回線: 二系統",
                        "被害の想定: 洪水: 1階が浸水 | 地震: 震度6強に耐える");
        assertThat(told("vendor-maker"))
                .contains("契約: 運用", "連絡の順: 受付窓口 | 担当の携帯", "到着: 2時間以内", "自動参集: 震度6弱以上")
                .anyMatch(fact -> fact.startsWith("様式2の回答: 稼動率の取決め: あり | 参集時間の取決め: なし | 災害時の免責: 免責"));
    }

    @Test
    void the_year_has_its_reports_trainings_checks_documents_and_offices() throws IOException {
        assertThat(told("reporting")).containsExactly("間隔: 3時間ごと", "署名: 報告案ができてから30分以内", "報告事項: 人の被害 | 電源の状態");
        assertThat(told("training-desk")).containsExactly("いつ: 毎年4月・9月", "だれ: 総務課", "何を: 地震の想定");
        assertThat(told("check-backup")).containsExactly("いつ: 6か月ごと", "だれ: 総務課");
        assertThat(told("document-1"))
                .containsExactly(
                        "文書番号: D-1", "版: 2.3", "更新日: 2026-04-01", "保管: 総務課", "写しの場所: 金庫 | 公民館", "自宅で写しを保管: 本部長");
        assertThat(told("document-2"))
                .containsExactly("文書番号: M-1", "種別: 手順書・マニュアル", "改訂の主な内容: 起動の順を改めた", "対象のシステム: 台帳システム", "閲覧できる役割: 総務課");
        assertThat(told("reference-1")).containsExactly("参照文書: D-1 計画書 | 見取図");
        assertThat(told("portal")).containsExactly("公開する場所: 庁内ポータル");
        assertThat(told("approval")).contains("計画の承認: 本部長", "承認の期限: 7日以内", "保有者の確認: 14日以内");
        assertThat(told("office-chief-officer")).contains("この計画の役割: 本部長");
        assertThat(PlanBook.of(read(WHOLE)).carriers()).containsKey(new ClauseId("MNT-21-01"));
    }

    @Test
    void notices_go_by_the_first_policy_that_fits() throws IOException {
        assertThat(entry("notice-1").title()).isEqualTo("判断・安否・参集の通知");
        assertThat(told("notice-1")).containsExactly("事象: 地震", "同時に使う手段: SMS | メール", "届かないとき: 5分で次の連絡先へ");
        assertThat(entry("notice-2").title()).isEqualTo("すべての通知");
        assertThat(told("notice-2")).containsExactly("手段の順: メール | SMS", "届かないとき: 30分で次の連絡先へ");
    }

    @Test
    void whom_one_has_to_reach_outside_has_its_place() throws IOException {
        assertThat(told("organisation-prefecture")).containsExactly("役割: 支援の調整", "事象: 地震 | 風水害", "連絡の順: 防災課 | 夜間窓口");
        assertThat(entry("organisation-prefecture").example()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("plans")
    void a_booklet_holds_only_what_is_in_the_plan_and_leads_nowhere_else(Path file) throws IOException {
        Plan plan = read(file);
        List<Chapter> chapters = PlanBook.booklet(plan).map(PlanBook::chapters).orElse(List.of());

        assertThat(chapters.isEmpty()).isEqualTo(plan.distribution() == null);
        List<String> anchors = chapters.stream()
                .flatMap(chapter -> chapter.entries().stream())
                .map(Entry::anchor)
                .toList();
        assertThat(PlanBook.of(plan).chapters().stream()
                        .flatMap(chapter -> chapter.entries().stream())
                        .map(Entry::anchor))
                .containsAll(anchors);
        assertThat(anchors)
                .containsAll(chapters.stream()
                        .flatMap(chapter -> chapter.entries().stream())
                        .flatMap(PlanBookTest::values)
                        .map(Value::anchor)
                        .filter(Objects::nonNull)
                        .toList());
    }

    @Test
    void the_booklet_has_who_and_what_and_of_the_sheets_those_that_it_names() throws IOException {
        assertThat(PlanBook.booklet(read(WHOLE)).orElseThrow().chapters())
                .extracting(Chapter::title)
                .contains("役割と代行の順", "優先システム", "事業者", "報告と期限", "第1章 総則", "第2章 想定")
                .doesNotContain("訓練", "点検", "計画の改訂", "計画の配布");
    }

    @Test
    void sheets_stand_under_the_chapters_of_the_source() throws IOException {
        assertThat(book().chapters()).extracting(Chapter::title).contains("第1章 総則", "第2章 想定");
        assertThat(entry("sheet-rule").text()).isEqualTo("まず身を守る。");
        assertThat(rows("sheet-risks")).containsExactly("洪水 | 大", "地震 | 中");
        assertThat(entry("sheet-risks").example()).isTrue();
        assertThat(rows("tables")).containsExactly("regime | village-regime");
    }

    @Test
    void spans_are_written_without_units_of_nothing() {
        assertThat(Stream.of("PT0S", "PT30M", "PT3H", "P1D", "P1DT12H", "P3DT1H30M")
                        .map(Duration::parse)
                        .map(InWords::span))
                .containsExactly("直ちに", "30分", "3時間", "1日", "1日12時間", "3日1時間30分");
    }

    private static List<String> told(String anchor) throws IOException {
        return entry(anchor).facts().stream()
                .map(fact -> "%s: %s"
                        .formatted(
                                fact.label(),
                                String.join(
                                        " | ",
                                        fact.values().stream()
                                                .map(PlanBookTest::told)
                                                .toList())))
                .toList();
    }

    private static List<String> rows(String anchor) throws IOException {
        return entry(anchor).table().rows().stream()
                .map(row ->
                        String.join(" | ", row.stream().map(PlanBookTest::told).toList()))
                .toList();
    }

    private static String told(Value value) {
        return value.text() + (value.example() ? "(例)" : "");
    }

    private static Stream<Value> values(Entry entry) {
        Stream<Value> inFacts = entry.facts().stream().flatMap(fact -> fact.values().stream());
        return entry.table() == null
                ? inFacts
                : Stream.concat(inFacts, entry.table().rows().stream().flatMap(List::stream));
    }

    private static Entry entry(String anchor) throws IOException {
        return book().chapters().stream()
                .flatMap(chapter -> chapter.entries().stream())
                .filter(entry -> entry.anchor().equals(anchor))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no entry " + anchor));
    }

    private static PlanBook book() throws IOException {
        return PlanBook.of(read(WHOLE));
    }

    private static Plan read(Path file) throws IOException {
        return new PlanFile(file.toString(), Files.readString(file)).read();
    }
}
