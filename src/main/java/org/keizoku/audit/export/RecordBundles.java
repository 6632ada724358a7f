package org.keizoku.audit.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.keizoku.activation.ActivationNumber;
import org.keizoku.audit.seal.LedgerKey;
import org.keizoku.audit.seal.SealSettings;
import org.keizoku.audit.verify.Finding;
import org.keizoku.audit.verify.Result;
import org.keizoku.audit.verify.Terms;
import org.keizoku.audit.verify.Verification;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** All that is on record of one activation, as a ZIP that proves itself without the application: docs/adr/0014. */
@Component
class RecordBundles {

    private final Snapshot snapshot;
    private final LedgerKey key;
    private final SealSettings settings;
    private final Clock clock;
    private final ObjectMapper json = new ObjectMapper();

    RecordBundles(Snapshot snapshot, LedgerKey key, SealSettings settings, Clock clock) {
        this.snapshot = snapshot;
        this.key = key;
        this.settings = settings;
        this.clock = clock;
    }

    /** Writes it and gives the SHA-256 of the signed list of its files, which stands for all of it. */
    byte[] write(ActivationNumber number, OutputStream out) throws IOException {
        try (var zip = new BundleZip(out)) {
            for (String enclosed : new String[] {"README.md", "Verify.java", "messages.txt"}) {
                zip.file(enclosed, to -> to.write(new ClassPathResource("export/" + enclosed).getContentAsByteArray()));
            }
            zip.file("bundle.json", about(number) + "\n");
            snapshot.read(jdbc -> contents(jdbc, number.value(), zip));
            return zip.sign(key::signList);
        }
    }

    private void contents(JdbcTemplate jdbc, String activation, BundleZip zip) {
        RecordParts.write(jdbc, activation, zip);
        new SealParts(jdbc, activation).write(zip, key.verifying());
        ModelParts.write(jdbc, activation, zip);
        zip.file("events.xes", out -> new EventLog(jdbc, activation).writeTo(out));
        zip.file("verification.txt", told(verified(jdbc, activation)));
    }

    private String about(ActivationNumber number) {
        Map<String, Object> about = new LinkedHashMap<>();
        about.put("format", "keizoku-bundle-1");
        about.put("activation", number.value());
        about.put("drill", number.isDrill());
        about.put("exportedAt", clock.instant().toString());
        about.put("keyId", key.id());
        try {
            return json.writeValueAsString(about);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException(unwritable);
        }
    }

    /** The bundle proves what is in it; that nothing had been taken out before, only the database can tell. */
    private Result verified(JdbcTemplate jdbc, String activation) {
        var terms = new Terms(
                Optional.of(activation),
                Set.of(key.id()),
                Map.of(),
                settings.sealedWithin(),
                clock.instant(),
                () -> false);
        return jdbc.execute((ConnectionCallback<Result>) connection -> new Verification(connection, terms).run());
    }

    /** A finding on each line; nothing where all was sound. */
    private static String told(Result result) {
        var told = new StringBuilder();
        for (Finding finding : result.findings()) {
            told.append(finding).append('\n');
        }
        return told.toString();
    }
}
