package org.keizoku.audit.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.keizoku.activation.ActivationNumber;
import org.keizoku.activation.Activations;
import org.keizoku.audit.Details;
import org.keizoku.audit.Entries;
import org.keizoku.audit.Entry;
import org.keizoku.audit.Names;
import org.keizoku.audit.verify.Verifying;
import org.keizoku.notice.Notices;
import org.keizoku.recovery.Recoveries;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;

/** The report of one activation as a PDF in Japanese. */
@Component
class PrintedReports {

    static final String DECISION = "decision";

    /** That a task was there, who had taken it, and how a notice went, is in the ledger; a reader of the report asks what was done. */
    private static final Set<String> LEFT_OUT = Set.of(
            "task-opened",
            "task-claimed",
            "task-given-back",
            "task-handed-over",
            "notice-planned",
            "procedure-started",
            "procedure-ended",
            "record-exported");

    private final Activations activations;
    private final Entries entries;
    private final Recoveries recoveries;
    private final Notices notices;
    private final Verifying verifying;
    private final ITemplateEngine templates;
    private final ReportSettings settings;
    private final Clock clock;

    PrintedReports(
            Activations activations,
            Entries entries,
            Recoveries recoveries,
            Notices notices,
            Verifying verifying,
            ITemplateEngine templates,
            ReportSettings settings,
            Clock clock) {
        this.activations = activations;
        this.entries = entries;
        this.recoveries = recoveries;
        this.notices = notices;
        this.verifying = verifying;
        this.templates = templates;
        this.settings = settings;
        this.clock = clock;
    }

    /** Whether there is a font to print with. */
    boolean canPrint() {
        return settings.usableFont().isPresent();
    }

    void write(ActivationNumber number, OutputStream out) throws IOException {
        Path font = settings.usableFont().orElseThrow(() -> new IllegalStateException("no Japanese font"));
        new ReportPdf(templates, font).write(report(number), out);
    }

    private Report report(ActivationNumber number) {
        var activation = activations.get(number);
        var plan = activations.planOf(number);
        var names = new Names(plan);
        var now = clock.instant();
        List<Entry> all = entries.of(number);
        return new Report(
                number.value(),
                Report.summary(activation, plan, names, now),
                all.stream()
                        .filter(entry -> entry.kind().equals(DECISION))
                        .map(entry -> Report.Told.of(entry, names, true))
                        .toList(),
                recoveries.of(number).stream()
                        .map(recovery -> Report.Target.of(recovery, plan, now))
                        .toList(),
                Report.notices(notices.of(number)),
                all.stream()
                        .filter(entry -> !LEFT_OUT.contains(entry.kind()) && !Details.KINDS.contains(entry.kind()))
                        .map(entry -> Report.Told.of(entry, names, false))
                        .toList(),
                all.size(),
                verifying
                        .verify(Optional.of(number.value()))
                        .map(Report::proof)
                        .orElse(List.of("ほかの検証が進行中のため、検証していない")));
    }
}
