package org.keizoku.plan.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.keizoku.plan.EventType;
import org.keizoku.plan.Plan;
import org.keizoku.plan.PlanFile;
import org.keizoku.plan.PrioritySystem;
import org.keizoku.plan.PrioritySystem.Target;
import org.keizoku.plan.SystemId;
import org.keizoku.plan.workbook.Change.Field;
import org.keizoku.plan.workbook.Change.Kind;
import org.keizoku.platform.workbook.CellProblem;
import org.keizoku.platform.workbook.WorkbookText;

/** Staff write the plan's systems and vendors into a workbook, change them there and bring them back. */
class PlanWorkbookTest {

    private static final String CITY = text(Path.of("src/main/resources/plans/sample-city/plan.yaml"));

    /** Targets by event, operations, equipment, contact points, odd words: everything that a cell can hold. */
    private static final String RICH = CITY.replaceFirst(
                    "(  - id: network\n    name: .*\n)    outline: .*\n((?:    .*\n)*?)    equipment: .*\n    clause: .*\n",
                    "$1$2")
            .replace(
                    "    targets: [{rto: PT1H, rlo: 庁内の主要な支線が疎通する, example: true}]",
                    """
                        outline: |
                          庁内と拠点をつなぐ
                          "2行目": _x0041_ #ではない
                        targets:
                          - {event: epidemic, rto: P1DT12H, rlo: 拠点間がつながる, share: 0.705}
                          - {rto: PT60M, rlo: '0123', example: true}
                          - {event: earthquake, rto: PT30M, rlo: 'yes'}
                        businesses:
                          - {name: 避難所の開設, rto: PT3H, withoutSystem: PT90M, means: 手書き}
                          - {name: 窓口, rto: P3D}
                        hosting: on-premises
                        checks: [10.0.0.1]
                        equipment: {model: '=1+1', ups: 10分程度}
                        clause: [SMP-600-06]\
                    """)
            .replace(
                    "id: vendor-a, name: 外部事業者A社, kind: maintenance,",
                    "id: vendor-a, name: 外部事業者A社, kind: maintenance, contacts: [保守受付窓口, 営業担当], arrivesWithin: PT2H, assembles: 震度6強以上,");

    static Stream<String> plans() throws IOException {
        try (Stream<Path> folders = Files.list(Path.of("src/main/resources/plans"))) {
            var shipped = folders.filter(Files::isDirectory)
                    .sorted()
                    .map(folder -> text(folder.resolve("plan.yaml")))
                    .toList();
            return Stream.concat(shipped.stream(), Stream.of(RICH));
        }
    }

    @ParameterizedTest
    @MethodSource("plans")
    void what_is_written_and_brought_back_changes_nothing(String yaml) {
        Outcome outcome = broughtBack(yaml, book -> {});

        assertThat(outcome.problems()).isEmpty();
        assertThat(outcome.changes()).isEmpty();
        assertThat(outcome.remarks()).isEmpty();
        assertThat(outcome.isProposable()).isFalse();
    }

    @ParameterizedTest
    @MethodSource("plans")
    void a_changed_name_changes_that_alone_in_the_plan(String yaml) {
        Outcome outcome =
                broughtBack(yaml, book -> cell(book, "様式1", 1, "システム名").setCellValue("見本の名前"));

        assertThat(outcome.problems()).isEmpty();
        Plan before = plan(yaml);
        assertThat(outcome.changes())
                .containsExactly(new Change(
                        Kind.CHANGED,
                        "システム",
                        before.systems().get(0).id().value(),
                        "見本の名前",
                        List.of(new Field("システム名", before.systems().get(0).name(), "見本の名前"))));
        Plan after = plan(outcome.yaml());
        assertThat(after.systems().get(0).name()).isEqualTo("見本の名前");
        assertThat(after).usingRecursiveComparison().ignoringFields("systems").isEqualTo(before);
        assertThat(after.systems().subList(1, after.systems().size()))
                .isEqualTo(before.systems().subList(1, before.systems().size()));
        assertThat(after.systems().get(0))
                .usingRecursiveComparison()
                .ignoringFields("name")
                .isEqualTo(before.systems().get(0));
    }

    /** Changes at random places, read twice: what was taken in is what is written out again. */
    @RepeatedTest(20)
    void whatever_changes_comes_out_again_as_it_went_in(RepetitionInfo run) {
        var random = new Random(run.getCurrentRepetition());
        String[] words = {
            "見本", "1行目\n2行目", "yes", "012", "1:30", "- a: b", "'\"#", "2026-01-05", "~", "😀 ", "_x005F_x000A_", "null"
        };
        Outcome first = broughtBack(RICH, book -> {
            for (int n = 0; n < 6; n++) {
                int row = 1 + random.nextInt(16);
                String column = new String[] {"システム名", "代替手段", "機種", "設置場所", "耐震対策"}[random.nextInt(5)];
                cell(book, "様式1", row, column).setCellValue(words[random.nextInt(words.length)]);
            }
            cell(book, "様式2", 1 + random.nextInt(4), "受け持ち").setCellValue(words[random.nextInt(words.length)]);
        });

        assertThat(first.problems()).isEmpty();
        assertThat(first.isProposable()).isTrue();
        assertThat(broughtBack(first.yaml(), book -> {}).changes()).isEmpty();
    }

    @Test
    void comments_and_parts_that_no_cell_holds_stay() {
        Outcome outcome =
                broughtBack(RICH, book -> cell(book, "様式1", 1, "目標復旧時間").setCellValue("２ｈ"));

        assertThat(outcome.changes()).singleElement().satisfies(change -> assertThat(change.fields())
                .containsExactly(new Field("目標復旧時間", "1時間", "2時間")));
        assertThat(outcome.yaml())
                .startsWith(RICH.substring(0, RICH.indexOf("systems:")))
                .endsWith(RICH.substring(RICH.indexOf("# The vendors with")));
        PrioritySystem network = system(outcome, "network");
        assertThat(network.checks()).containsExactly("10.0.0.1");
        assertThat(network.clause()).hasSize(1);
        assertThat(network.targets())
                .contains(
                        new Target(EventType.EARTHQUAKE, Duration.ofMinutes(30), "yes", null, false),
                        new Target(null, Duration.ofHours(2), "0123", null, true));
    }

    @Test
    void a_new_row_is_a_new_system_and_a_missing_one_is_gone() {
        // No manual of the plan may be about a system that goes.
        String city = CITY.replace(", web-gateway]", "]").replace(" web-gateway,", "");
        Outcome outcome = broughtBack(city, book -> {
            Sheet sheet = book.getSheet("様式1");
            sheet.removeRow(sheet.getRow(16));
            cell(book, "様式1", 20, "システムID").setCellValue("ｓｎｓ");
            cell(book, "様式1", 20, "システム名").setCellValue("SNS配信");
            cell(book, "様式1", 20, "主管部門").setCellValue("広報担当");
            cell(book, "様式1", 20, "優先度").setCellValue("Ａ");
            cell(book, "様式1", 20, "目標復旧時間").setCellValue(" 3時間以内 ");
            cell(book, "様式1", 20, "目標復旧レベル").setCellValue("避難情報を流せる");
            cell(book, "様式1", 20, "設置形態").setCellValue("saas");
            cell(book, "様式1", 20, "保守事業者").setCellValue("外部事業者Ａ社");
            cell(book, "様式1", 20, "依存するシステム").setCellValue("network, domain");
        });

        assertThat(outcome.problems()).isEmpty();
        assertThat(outcome.changes())
                .extracting(change -> change.kind().label() + " " + change.id())
                .containsExactly("追加 sns", "削除 web-gateway");
        assertThat(system(outcome, "sns")).satisfies(sns -> {
            assertThat(sns.hosting()).isEqualTo(PrioritySystem.Hosting.SAAS);
            assertThat(sns.vendor()).isEqualTo("vendor-a");
            assertThat(sns.dependsOn()).containsExactly(new SystemId("network"), new SystemId("domain"));
            assertThat(sns.targetFor("earthquake").rto()).isEqualTo(Duration.ofHours(3));
        });
    }

    @Test
    void a_system_may_name_a_vendor_that_the_same_workbook_brings() {
        Outcome outcome = broughtBack(CITY, book -> {
            cell(book, "様式2", 8, "事業者ID").setCellValue("vendor-e");
            cell(book, "様式2", 8, "事業者名").setCellValue("外部事業者E社");
            cell(book, "様式2", 8, "種別").setCellValue("運用");
            cell(book, "様式2", 8, "C9 複数担当者の連絡先").setCellValue("あり");
            cell(book, "様式1", 1, "保守事業者").setCellValue("外部事業者E社");
        });

        assertThat(outcome.problems()).isEmpty();
        assertThat(outcome.changes().get(0).fields()).containsExactly(new Field("保守事業者", "外部事業者A社", "外部事業者E社"));
        assertThat(plan(outcome.yaml()).findVendor("vendor-e").orElseThrow().answers())
                .containsExactly("", "", "", "", "", "", "", "", "あり");
    }

    @Test
    void targets_for_one_kind_of_event_and_operations_stand_in_sheets_of_their_own() {
        Outcome outcome = broughtBack(RICH, book -> {
            cell(book, "様式1 事象別目標", 2, "目標復旧時間").setCellValue("45分");
            Sheet businesses = book.getSheet("様式1 業務");
            businesses.removeRow(businesses.getRow(2));
        });

        assertThat(outcome.problems()).isEmpty();
        assertThat(outcome.changes()).singleElement().satisfies(change -> assertThat(change.fields())
                .containsExactly(
                        new Field(
                                "様式1 事象別目標",
                                "感染症 1日12時間 拠点間がつながる 70.5%\n地震 30分 yes",
                                "感染症 1日12時間 拠点間がつながる 70.5%\n地震 45分 yes"),
                        new Field("様式1 業務", "避難所の開設 3時間 1時間30分 手書き\n窓口 3日", "避難所の開設 3時間 1時間30分 手書き")));
        assertThat(system(outcome, "network").targetFor("earthquake").rto()).isEqualTo(Duration.ofMinutes(45));
    }

    @Test
    void another_order_of_rows_is_said() {
        Outcome outcome = broughtBack(CITY, book -> book.getSheet("様式2").shiftRows(1, 1, 10));

        assertThat(outcome.changes())
                .extracting(Change::kind, Change::name)
                .containsExactly(tuple(Kind.MOVED, "事業者の並び順"));
    }

    @ParameterizedTest
    @CsvSource({
        "様式1, システムID, '', 空欄です",
        "様式1, システムID, network, 「network」は2行目にもあります",
        "様式1, システムID, Net Work, 「Net Work」はIDの形ではありません",
        "様式1, システム名, '', 空欄です",
        "様式1, 主管部門, 広報課, 計画の役割に「広報課」がありません",
        "様式1, 開始区分, Z, 計画の開始区分に「Z」がありません",
        "様式1, 優先度, F, 「F」は選べません",
        "様式1, 目標復旧時間, 3, 「3」は時間として読めません",
        "様式1, 目標復旧時間, '', 空欄です",
        "様式1, 目標復旧レベル, '', 空欄です",
        "様式1, 復旧レベルの割合, 0.7, 「0.7」は割合として読めません",
        "様式1, 復旧レベルの割合, 120%, 「120%」は割合として読めません",
        "様式1, 目標は例示, たぶん, 「たぶん」は○でも空欄でもありません",
        "様式1, 設置形態, どこか, 「どこか」は選べません",
        "様式1, 保守事業者, 外部事業者Z社, 様式2に「外部事業者Z社」がありません",
        "様式1, 依存するシステム, domain、nowhere, 様式1に「nowhere」がありません",
        "様式1, 代替手段, #REF!, Excelのエラー(#REF!)になっています",
        "様式2, 種別, '', 空欄です",
        "様式2, 連絡窓口, 担当 03-0000-0000, 電話番号かメールアドレスが書かれています",
        "様式2, 連絡窓口, a@city.example, 電話番号かメールアドレスが書かれています",
    })
    void a_wrong_cell_is_named_with_what_to_do_and_nothing_is_taken(
            String sheet, String column, String words, String problem) {
        Outcome outcome = broughtBack(CITY, book -> {
            // In the third row, so that the first one has its say before.
            cell(book, sheet, 2, column).setCellValue(words);
            cell(book, "様式1", 5, "設置場所").setCellValue("別の部屋");
        });

        assertThat(outcome.problems())
                .filteredOn(found -> found.column().equals(column))
                .first()
                .satisfies(found -> {
                    assertThat(found.sheet()).isEqualTo(sheet);
                    assertThat(found.problem()).isEqualTo(problem);
                    assertThat(found.remedy()).isNotBlank();
                });
        assertThat(outcome.yaml()).isNull();
    }

    @Test
    void a_system_that_another_depends_on_cannot_just_go() {
        Outcome outcome = broughtBack(CITY, book -> {
            Sheet sheet = book.getSheet("様式1");
            sheet.removeRow(sheet.getRow(1));
        });

        assertThat(outcome.problems())
                .extracting(CellProblem::row, CellProblem::column, CellProblem::problem)
                .contains(tuple(3, "依存するシステム", "様式1に「network」がありません"));
    }

    @Test
    void a_missing_column_and_a_sheet_without_headings_are_said() {
        Outcome outcome = broughtBack(CITY, book -> {
            cell(book, "様式1", 0, "OS").setCellValue("基本ソフト");
            book.getSheet("様式2").removeRow(book.getSheet("様式2").getRow(0));
        });

        assertThat(outcome.problems())
                .extracting(CellProblem::sheet, CellProblem::problem)
                .containsExactlyInAnyOrder(tuple("様式1", "「OS」の列がありません"), tuple("様式2", "見出しの行(「事業者ID」のある行)がありません"));
        assertThat(outcome.remarks()).contains("シート「様式1」の列「基本ソフト」は読み込みません。");
    }

    @Test
    void a_workbook_of_something_else_is_told_apart() {
        Outcome outcome = broughtBack(CITY, book -> {
            while (book.getNumberOfSheets() > 1) {
                book.removeSheetAt(1);
            }
        });

        assertThat(outcome.problems()).extracting(CellProblem::problem).containsExactly("「様式1」「様式2」のどちらのシートもありません");
    }

    @Test
    void a_sheet_that_is_not_there_changes_nothing_and_is_said() {
        Outcome outcome = broughtBack(CITY, book -> book.removeSheetAt(book.getSheetIndex("様式2")));

        assertThat(outcome.problems()).isEmpty();
        assertThat(outcome.changes()).isEmpty();
        assertThat(outcome.remarks()).containsExactly("シート「様式2」がないので、その内容は今のままにします。");
    }

    @Test
    void a_workbook_of_an_earlier_version_is_told() {
        byte[] old = new PlanWorkbook(CITY).written();

        Outcome outcome = new PlanWorkbook(CITY.replace("version: '1.0'", "version: '2.0'")).read(WorkbookText.of(old));

        assertThat(outcome.problems()).isEmpty();
        assertThat(outcome.remarks()).singleElement().asString().contains("今の版から書き出したものではありません", "版 1.0");
    }

    @Test
    void a_title_above_moved_columns_and_a_column_of_one_s_own_are_no_trouble() {
        Outcome outcome = broughtBack(CITY, book -> {
            Sheet sheet = book.getSheet("様式2");
            sheet.shiftRows(0, sheet.getLastRowNum(), 2);
            sheet.createRow(0).createCell(0).setCellValue("令和8年度 様式2");
            sheet.getRow(2).createCell(30).setCellValue("メモ");
            sheet.getRow(3).createCell(30).setCellValue("来年見直す");
        });

        assertThat(outcome.problems()).isEmpty();
        assertThat(outcome.changes()).isEmpty();
        assertThat(outcome.remarks()).containsExactly("シート「様式2」の列「メモ」は読み込みません。");
    }

    @Test
    void people_find_headings_in_view_lists_to_choose_from_and_an_explanation() throws IOException {
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(new PlanWorkbook(CITY).written()))) {
            assertThat(Stream.iterate(0, n -> n < book.getNumberOfSheets(), n -> n + 1)
                            .map(book::getSheetName))
                    .containsExactly("説明", "様式1", "様式1 事象別目標", "様式1 業務", "様式2", "選択肢");
            var systems = book.getSheet("様式1");
            assertThat(systems.getPaneInformation().isFreezePane()).isTrue();
            assertThat(systems.getDataValidations()).hasSize(6);
            assertThat(systems.getRow(1).getCell(0).getCellStyle().getDataFormatString())
                    .isEqualTo("@");
            assertThat(cell(book, "様式1", 1, "目標復旧時間").getStringCellValue()).isEqualTo("1時間");
            assertThat(cell(book, "様式1", 1, "主管部門").getStringCellValue()).isEqualTo("総務担当");
            assertThat(book.getSheet("説明").getRow(0).getCell(0).getStringCellValue())
                    .contains("見本市", "1.0");
        }
    }

    @Test
    void five_hundred_systems_are_written_and_read_within_seconds() {
        String more = Stream.iterate(1, n -> n < 500, n -> n + 1)
                .map(
                        "  - {id: s%1$d, name: 例示%1$d, owner: general-affairs, priority: C, targets: [{rto: P1D, rlo: 使える}]}\n"
                                ::formatted)
                .reduce("systems:\n", String::concat);
        String large = CITY.replace("systems:\n", more);

        // The thread's own time: how much else the machine has to do is not what is measured.
        long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        Outcome outcome =
                broughtBack(large, book -> cell(book, "様式1", 1, "システム名").setCellValue("別の例示"));
        long spent = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before;

        assertThat(outcome.isProposable()).isTrue();
        assertThat(Duration.ofNanos(spent)).isLessThan(Duration.ofSeconds(20));
    }

    private static Outcome broughtBack(String yaml, Consumer<XSSFWorkbook> change) {
        var plan = new PlanWorkbook(yaml);
        var bytes = new ByteArrayOutputStream();
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(plan.written()))) {
            change.accept(book);
            book.write(bytes);
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return plan.read(WorkbookText.of(bytes.toByteArray()));
    }

    private static Cell cell(XSSFWorkbook book, String sheet, int row, String heading) {
        Sheet of = book.getSheet(sheet);
        for (Cell head : of.getRow(0)) {
            if (head.getStringCellValue().equals(heading)) {
                Row found = of.getRow(row) == null ? of.createRow(row) : of.getRow(row);
                return found.getCell(head.getColumnIndex(), Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
            }
        }
        throw new AssertionError("no column " + heading);
    }

    private static PrioritySystem system(Outcome outcome, String id) {
        return plan(outcome.yaml()).system(new SystemId(id));
    }

    private static Plan plan(String yaml) {
        return new PlanFile("plan.yaml", yaml).read();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
