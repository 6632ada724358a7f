package org.keizoku.platform.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody brings is read as text, or refused with a reason before it can do harm. */
class WorkbookTextTest {

    private static final String SHEET_TYPE =
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";

    @Test
    void cells_are_read_as_people_see_them() {
        var sheet = WorkbookText.of(workbook(book -> {
                    var row = book.createSheet("様式1").createRow(2);
                    row.createCell(1).setCellValue("ネットワーク\n機器");
                    row.createCell(2).setCellValue(3);
                    var percent = book.createCellStyle();
                    percent.setDataFormat(book.createDataFormat().getFormat("0%"));
                    row.createCell(3).setCellValue(0.7);
                    row.getCell(3).setCellStyle(percent);
                    row.createCell(4).setCellValue(true);
                    row.createCell(5).setCellFormula("C3*2");
                    book.getCreationHelper().createFormulaEvaluator().evaluateAll();
                }))
                .sheet(" 様式1 ")
                .orElseThrow();

        assertThat(sheet.rows()).singleElement().satisfies(row -> {
            assertThat(row.number()).isEqualTo(3);
            assertThat(row.cells()).containsExactly("", "ネットワーク\n機器", "3", "70%", "TRUE", "6");
        });
    }

    @Test
    void a_formula_shows_the_value_that_excel_left_and_is_not_computed_again() {
        byte[] stale = changed(
                workbook(book ->
                        book.createSheet("様式1").createRow(0).createCell(0).setCellFormula("1+1")),
                "xl/worksheets/sheet1.xml",
                xml -> xml.replaceFirst("<f>1\\+1</f>(<v[^>]*>[^<]*</v>)?", "<f>1+1</f><v>7</v>"));

        assertThat(WorkbookText.of(stale).sheet("様式1").orElseThrow().rows())
                .singleElement()
                .satisfies(row -> assertThat(row.cells()).containsExactly("7"));
    }

    @Test
    void merged_cells_are_named() {
        var sheet = WorkbookText.of(
                        workbook(book -> book.createSheet("様式1").addMergedRegion(new CellRangeAddress(1, 3, 0, 0))))
                .sheet("様式1")
                .orElseThrow();

        assertThat(sheet.merged()).containsExactly("A2:A4");
    }

    @Test
    void what_is_no_workbook_is_refused() {
        refused("システム名,優先度\n".getBytes(StandardCharsets.UTF_8), "Excelのブックではありません");
        refused(new byte[0], "ファイルが選ばれていないか、空です");
        refused(zip("word.txt", "hello"), "として読めません");
        refused(Arrays.copyOf(workbook(book -> book.createSheet("様式1")), 600), "壊れている");
    }

    @Test
    void another_office_document_is_refused() {
        byte[] document = changed(
                workbook(book -> book.createSheet("様式1")),
                "[Content_Types].xml",
                xml -> xml.replace(
                        SHEET_TYPE,
                        "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"));

        refused(document, "Excelのブックではありません");
    }

    @Test
    void an_old_workbook_is_refused() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var old = new HSSFWorkbook()) {
            old.createSheet("様式1");
            old.write(bytes);
        }

        refused(bytes.toByteArray(), "古い形式のブック(.xls)");
    }

    @Test
    void an_encrypted_workbook_is_refused() throws Exception {
        var bytes = new ByteArrayOutputStream();
        try (var container = new POIFSFileSystem()) {
            var encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword("見本");
            try (var inside = OPCPackage.open(new ByteArrayInputStream(workbook(book -> book.createSheet("様式1"))));
                    var sealed = encryptor.getDataStream(container)) {
                inside.save(sealed);
            }
            container.writeFilesystem(bytes);
        }

        refused(bytes.toByteArray(), "パスワード付き");
    }

    @Test
    void a_workbook_with_a_macro_is_refused_also_when_it_is_called_xlsx() {
        refused(
                workbook(book -> {
                    book.createSheet("様式1");
                    try {
                        book.setVBAProject(new ByteArrayInputStream(new byte[] {1, 2, 3}));
                    } catch (IOException impossible) {
                        throw new AssertionError(impossible);
                    }
                }),
                "マクロ");
        refused(
                changed(
                        workbook(book -> book.createSheet("様式1")),
                        "[Content_Types].xml",
                        xml -> xml.replace(SHEET_TYPE, "application/vnd.ms-excel.sheet.macroEnabled.main+xml")),
                "マクロ");
    }

    @Test
    @Timeout(20)
    void a_zip_bomb_is_refused_before_it_unfolds() {
        refused(bomb(300), "展開すると大きくなりすぎる");
    }

    @Test
    void many_small_parts_are_refused() {
        refused(
                with(workbook(book -> book.createSheet("様式1")), zip -> {
                    for (int n = 0; n < 400; n++) {
                        put(zip, "xl/part" + n + ".xml", "<a/>".getBytes(StandardCharsets.UTF_8));
                    }
                }),
                "展開すると大きくなりすぎる");
    }

    @Test
    @Timeout(60)
    void one_long_text_that_many_cells_show_is_refused() {
        refused(
                workbook(book -> {
                    var sheet = book.createSheet("様式1");
                    String longText = "あ".repeat(30_000);
                    for (int n = 0; n < 200; n++) {
                        sheet.createRow(n).createCell(0).setCellValue(longText);
                    }
                }),
                "セルの文字が多すぎます");
    }

    @Test
    void a_file_beyond_five_megabytes_is_refused() {
        refused(new byte[WorkbookText.MOST_BYTES + 1], "大きすぎます(5MBまで)");
    }

    @Test
    void a_link_to_another_workbook_is_refused() {
        refused(
                workbook(book -> {
                    book.createSheet("様式1").createRow(0).createCell(0).setCellValue(1);
                    book.linkExternalWorkbook("other.xlsx", new XSSFWorkbook());
                }),
                "ほかのファイル");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[1]Sheet1!A1",
                "'[other.xlsx]Sheet1'!A1",
                "WEBSERVICE(\"http://host.example/\")",
                "cmd|' /c calc'!A0"
            })
    void a_formula_that_refers_to_another_file_is_refused_with_its_cell(String formula) {
        byte[] file = changed(
                workbook(book ->
                        book.createSheet("様式1").createRow(4).createCell(1).setCellFormula("1+1")),
                "xl/worksheets/sheet1.xml",
                xml -> xml.replaceFirst("<f>1\\+1</f>(<v[^>]*>[^<]*</v>)?", "<f>" + formula + "</f><v>7</v>"));

        refused(file, "シート「様式1」のセルB5");
    }

    @Test
    void a_mail_address_that_excel_made_a_link_is_no_harm() {
        byte[] file = workbook(book -> {
            var cell = book.createSheet("様式1").createRow(0).createCell(0);
            cell.setCellValue("first@city.example");
            var link = book.getCreationHelper().createHyperlink(HyperlinkType.EMAIL);
            link.setAddress("mailto:first@city.example");
            cell.setHyperlink(link);
        });

        assertThat(WorkbookText.of(file).sheet("様式1").orElseThrow().rows())
                .singleElement()
                .satisfies(row -> assertThat(row.cells()).containsExactly("first@city.example"));
    }

    @Test
    void an_entity_that_names_a_file_is_not_fetched() {
        byte[] file = changed(
                workbook(book ->
                        book.createSheet("様式1").createRow(0).createCell(0).setCellValue("見本")),
                "xl/sharedStrings.xml",
                xml -> xml.replaceFirst("<sst", "<!DOCTYPE sst [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><sst")
                        .replace("見本", "&x;"));

        refused(file, "として読めません");
    }

    private static void refused(byte[] file, String reason) {
        assertThatThrownBy(() -> WorkbookText.of(file))
                .isInstanceOf(WorkbookRefused.class)
                .hasMessageContaining(reason);
    }

    private static byte[] workbook(Consumer<XSSFWorkbook> content) {
        var bytes = new ByteArrayOutputStream();
        try (var book = new XSSFWorkbook()) {
            content.accept(book);
            ((Workbook) book).write(bytes);
        } catch (IOException inMemory) {
            throw new AssertionError(inMemory);
        }
        return bytes.toByteArray();
    }

    /** So many megabytes of nothing, in a file of about a thousandth of that. */
    private static byte[] bomb(int megabytes) {
        byte[] nothing = new byte[1024 * 1024];
        Arrays.fill(nothing, (byte) ' ');
        return with(workbook(book -> book.createSheet("様式1")), zip -> {
            try {
                zip.putNextEntry(new ZipEntry("xl/bomb.xml"));
                for (int n = 0; n < megabytes; n++) {
                    zip.write(nothing);
                }
                zip.closeEntry();
            } catch (IOException inMemory) {
                throw new AssertionError(inMemory);
            }
        });
    }

    private static byte[] zip(String name, String text) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            put(zip, name, text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException inMemory) {
            throw new AssertionError(inMemory);
        }
        return bytes.toByteArray();
    }

    private static byte[] with(byte[] file, Consumer<ZipOutputStream> more) {
        return copied(file, "", text -> text, more);
    }

    private static byte[] changed(byte[] file, String part, UnaryOperator<String> change) {
        return copied(file, part, change, zip -> {});
    }

    private static byte[] copied(
            byte[] file, String part, UnaryOperator<String> change, Consumer<ZipOutputStream> more) {
        var bytes = new ByteArrayOutputStream();
        try (var from = new ZipInputStream(new ByteArrayInputStream(file));
                var to = new ZipOutputStream(bytes)) {
            for (var entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
                byte[] content = from.readAllBytes();
                if (entry.getName().equals(part)) {
                    String text = new String(content, StandardCharsets.UTF_8);
                    assertThat(change.apply(text)).isNotEqualTo(text);
                    content = change.apply(text).getBytes(StandardCharsets.UTF_8);
                }
                put(to, entry.getName(), content);
            }
            more.accept(to);
        } catch (IOException inMemory) {
            throw new AssertionError(inMemory);
        }
        return bytes.toByteArray();
    }

    private static void put(ZipOutputStream zip, String name, byte[] content) {
        try {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
            zip.closeEntry();
        } catch (IOException inMemory) {
            throw new AssertionError(inMemory);
        }
    }
}
