package org.keizoku.audit.export;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** Sets a report as A4 pages, with one font that is embedded. */
final class ReportPdf {

    private final ITemplateEngine templates;
    private final Path font;

    /** @param font TrueType, with Japanese */
    ReportPdf(ITemplateEngine templates, Path font) {
        this.templates = templates;
        this.font = font;
    }

    void write(Report report, OutputStream out) throws IOException {
        String html = templates.process("audit/report", new Context(Locale.JAPANESE, Map.of("report", report)));
        var pdf = new PdfRendererBuilder();
        pdf.useFont(font.toFile(), "Japanese");
        // What was entered must not make this machine fetch anything.
        pdf.useUriResolver((base, uri) -> null);
        pdf.withHtmlContent(readable(html), null);
        pdf.toStream(out);
        pdf.run();
    }

    /** Without the signs that no XML may hold: a report is not lost for one that somebody pasted. */
    private static String readable(String html) {
        return html.replaceAll("[^\\t\\n\\r\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]", "");
    }
}
