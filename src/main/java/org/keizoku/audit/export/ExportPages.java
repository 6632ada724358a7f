package org.keizoku.audit.export;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import org.keizoku.activation.ActivationNumber;
import org.keizoku.activation.Activations;
import org.keizoku.audit.Looks;
import org.keizoku.audit.NoSuchRecord;
import org.keizoku.audit.Readers;
import org.keizoku.audit.seal.Hash;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What an auditor takes away of one activation. Each time is an entry of the ledger before the first byte leaves. */
@Controller
class ExportPages {

    private static final String NO_FONT =
            "日本語のTrueTypeフォントがないため、PDFを作れません。IPAフォントをインストールするか、keizoku.audit.report.font にフォントのファイルを指定してください。";

    private final Readers readers;
    private final Activations activations;
    private final RecordBundles bundles;
    private final Snapshot snapshot;
    private final PrintedReports reports;
    private final Looks looks;

    ExportPages(
            Readers readers,
            Activations activations,
            RecordBundles bundles,
            Snapshot snapshot,
            PrintedReports reports,
            Looks looks) {
        this.readers = readers;
        this.activations = activations;
        this.bundles = bundles;
        this.snapshot = snapshot;
        this.reports = reports;
        this.looks = looks;
    }

    /** Writes the file and gives what the ledger says about it. */
    private interface Export {
        Map<String, ?> writeTo(OutputStream out) throws IOException;
    }

    @GetMapping("/audit/{number}.zip")
    ResponseEntity<Resource> bundle(@PathVariable String number, Authentication person) throws IOException {
        var activation = known(number, person);
        return taken(
                activation,
                person,
                "記録一式(ZIP)",
                "record-%s.zip",
                new MediaType("application", "zip"),
                out -> Map.of("一覧のハッシュ", Hash.hex(bundles.write(activation, out))));
    }

    @GetMapping("/audit/{number}.xes")
    ResponseEntity<Resource> eventLog(@PathVariable String number, Authentication person) throws IOException {
        var activation = known(number, person);
        return taken(activation, person, "イベントログ(XES)", "events-%s.xes", MediaType.APPLICATION_XML, out -> {
            snapshot.read(jdbc -> new EventLog(jdbc, activation.value()).writeTo(out));
            return Map.of();
        });
    }

    @GetMapping("/audit/{number}.pdf")
    ResponseEntity<Resource> report(@PathVariable String number, Authentication person) throws IOException {
        var activation = known(number, person);
        if (!reports.canPrint()) {
            return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                    .contentType(new MediaType("text", "plain", StandardCharsets.UTF_8))
                    .body(new ByteArrayResource(NO_FONT.getBytes(StandardCharsets.UTF_8)));
        }
        return taken(activation, person, "報告書(PDF)", "report-%s.pdf", MediaType.APPLICATION_PDF, out -> {
            reports.write(activation, out);
            return Map.of();
        });
    }

    private ActivationNumber known(String number, Authentication person) {
        readers.insist(person);
        var activation = ActivationNumber.of(number).orElseThrow(NoSuchRecord::new);
        activations.find(activation).orElseThrow(NoSuchRecord::new);
        return activation;
    }

    /** A file first, then the answer: what fails while it is written is an error page and not half a file. */
    private ResponseEntity<Resource> taken(
            ActivationNumber activation, Authentication person, String what, String name, MediaType type, Export export)
            throws IOException {
        Path file = Files.createTempFile("keizoku-", ".export");
        try {
            try (var out = new BufferedOutputStream(Files.newOutputStream(file))) {
                looks.takenAway(person, activation.value(), what, export.writeTo(out));
            }
            return ResponseEntity.ok()
                    .contentType(type)
                    .contentLength(Files.size(file))
                    .header(
                            HttpHeaders.CONTENT_DISPOSITION,
                            "attachment; filename=\"%s\"".formatted(name.formatted(activation)))
                    .body(new InputStreamResource(Files.newInputStream(file, StandardOpenOption.DELETE_ON_CLOSE)));
        } catch (IOException | RuntimeException failed) {
            Files.deleteIfExists(file);
            throw failed;
        }
    }
}
