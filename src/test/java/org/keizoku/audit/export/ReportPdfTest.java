package org.keizoku.audit.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.keizoku.audit.export.Report.Item;
import org.keizoku.audit.export.Report.Target;
import org.keizoku.audit.export.Report.Told;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** The report as it is printed, read back from its pages. */
class ReportPdfTest {

    private static final Told DECISION = new Told(
            "2026-01-05 02:44:00",
            "見本 副子",
            "災害対策本部長 代行者1",
            "復旧拠点を現庁舎に決定",
            List.of(new Item("理由", "余震 <script>\u0001 & \"続く\" http://example.invalid/" + "長".repeat(120))));

    @Test
    void it_has_all_parts_in_order_and_what_was_entered_is_only_text() throws IOException {
        try (var pdf = printed(3)) {
            String text = new PDFTextStripper().getText(pdf);

            assertThat(text)
                    .containsSubsequence(
                            "発動 2026-001 の記録",
                            "概要",
                            "見本市",
                            "判断",
                            "見本 副子",
                            "災害対策本部長 代行者1",
                            "理由: 余震 <script> & \"続く\"",
                            "目標復旧時間(RTO)",
                            "住民記録",
                            "未達成(2時間0分超過)",
                            "通知",
                            "不達",
                            "経過",
                            "記録の証明",
                            "異常なし")
                    .contains("1 / 2", "2 / 2");
        }
    }

    @Test
    void the_paper_of_a_drill_says_so_on_each_page_and_that_of_a_real_night_on_none() throws IOException {
        try (var drill = printed("D2026-001", 120);
                var real = printed(120)) {
            for (int page = 1; page <= drill.getNumberOfPages(); page++) {
                assertThat(page(drill, page)).contains("【訓練】");
            }
            assertThat(page(drill, 1)).contains("【訓練】発動 D2026-001 の記録");
            assertThat(new PDFTextStripper().getText(real)).doesNotContain("訓練");
        }
    }

    @Test
    void the_head_of_a_long_table_stands_on_each_page_and_the_font_is_in_the_file() throws IOException {
        try (var pdf = printed(120)) {
            assertThat(pdf.getNumberOfPages()).isGreaterThan(3);
            for (int page = 2; page < pdf.getNumberOfPages(); page++) {
                assertThat(page(pdf, page)).contains("だれが・立場", page + " / " + pdf.getNumberOfPages());
            }
            for (var name : pdf.getPage(0).getResources().getFontNames()) {
                assertThat(pdf.getPage(0).getResources().getFont(name).isEmbedded())
                        .isTrue();
            }
        }
    }

    private static String page(PDDocument pdf, int page) throws IOException {
        var reader = new PDFTextStripper();
        reader.setStartPage(page);
        reader.setEndPage(page);
        return reader.getText(pdf);
    }

    private static PDDocument printed(int lines) throws IOException {
        return printed("2026-001", lines);
    }

    private static PDDocument printed(String number, int lines) throws IOException {
        var font = new ReportSettings(null).usableFont();
        assumeTrue(
                font.isPresent() || "true".equals(System.getenv("CI")),
                "no Japanese TrueType font on this machine: apt-get install fonts-ipafont-gothic");
        var templates = new ClassLoaderTemplateResolver();
        templates.setPrefix("templates/");
        templates.setSuffix(".html");
        templates.setCharacterEncoding("UTF-8");
        var engine = new SpringTemplateEngine();
        engine.setTemplateResolver(templates);
        var out = new ByteArrayOutputStream();
        new ReportPdf(engine, font.orElseThrow()).write(report(number, lines), out);
        return Loader.loadPDF(out.toByteArray());
    }

    private static Report report(String number, int lines) {
        return new Report(
                number,
                List.of(new Item("組織・計画", "見本市(版2026.1)"), new Item("事象", "地震"), new Item("発生", "2026-01-05 02:14:00")),
                List.of(DECISION),
                List.of(
                        new Target("住民記録", "2026-01-05 05:14:00", "2026-01-05 07:14:00", "未達成(2時間0分超過)"),
                        new Target("庁内ネットワーク", "2026-01-05 05:14:00", "2026-01-05 04:00:00", "達成")),
                List.of(new Item("到達", "9件"), new Item("不達", "1件")),
                IntStream.range(0, lines)
                        .mapToObj(n -> new Told(
                                "2026-01-05 02:%02d:00".formatted(n % 60),
                                "仮名 一郎",
                                "情報係長",
                                "タスク「現地を調べる」を完了",
                                List.of()))
                        .toList(),
                lines * 3,
                List.of("封印 3件、記録 10件(うち未封印 0件)を検証", "異常なし", "最新の封印 3 ハッシュ " + "0af3".repeat(16)));
    }
}
