package org.keizoku.audit.export;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.keizoku.activation.ActivationNumber;
import org.keizoku.audit.LedgerOnTrial;
import org.keizoku.audit.seal.SealSettings;
import org.keizoku.audit.seal.SealersOnTrial;
import org.keizoku.engine.StepHappened;

/** A night in a ledger on trial, and what is exported of it: unpacked, tampered with, verified in a JVM that knows no database. */
final class BundleOnTrial {

    static final ActivationNumber NUMBER = new ActivationNumber("2026-001");

    final LedgerOnTrial ledger = new LedgerOnTrial();
    final SealersOnTrial sealers = new SealersOnTrial(ledger);

    /** Entries 1 (of the key), 2–6 and 12–16 of the activation, 7–11 of another, under four seals, the last of them by a second key. */
    BundleOnTrial() throws SQLException {
        night();
        sealers.seal(1);
        ledger.tell(new StepHappened(
                StepHappened.What.PROCEDURE_STARTED,
                NUMBER.value(),
                "activation",
                "Event_Begun",
                "発動",
                "joho1",
                Map.of()));
        tell(NUMBER.value(), 4);
        sealers.seal(1);
        tell("2026-002", 5);
        sealers.seal(1);
        tell(NUMBER.value(), 5);
        sealers.seal(2);
    }

    private void tell(String activation, int entries) {
        for (int n = 1; n <= entries; n++) {
            ledger.tell(activation, "判断 " + n, Map.of("理由", "余震「" + n + "」\n\"続く\" \\ \u0001"));
        }
    }

    private void night() throws SQLException {
        try (var owner = ledger.owner();
                var sql = owner.createStatement()) {
            sql.execute(
                    """
                    insert into plan_version (plan_id, version, sha256, yaml, kept_at, approved_by, capacity, approved_at)
                        values ('city', '1', 'x', 'name: 見本市', '2026-01-01', 'system', '起動時', '2026-01-01');
                    insert into activation (number, event_type, facts, occurred_at, opened_at, opened_by, state, plan_id, plan_version)
                        values ('2026-001', 'earthquake', '{"intensity": "6-lower"}', '2026-01-04 17:14Z', '2026-01-04 17:15Z', 'joho1',
                            'OPEN', 'city', 1);
                    insert into act_re_deployment (id_, name_) values ('d1', 'keizoku');
                    insert into act_ge_bytearray (id_, name_, deployment_id_, bytes_) values
                        ('b1', 'processes/activation.bpmn', 'd1', '<definitions/>'), ('b2', 'forms/../様式.form', 'd1', '{}');
                    insert into act_re_procdef (id_, key_, version_, deployment_id_, name_)
                        values ('activation:1', 'activation', 1, 'd1', '発動');
                    insert into act_hi_procinst (id_, proc_inst_id_, business_key_, proc_def_key_, proc_def_id_, start_time_, state_)
                        values ('p1', 'p1', '2026-001', 'activation', 'activation:1', '2026-01-05 02:15', 'ACTIVE');
                    insert into act_hi_actinst (id_, proc_def_key_, proc_def_id_, proc_inst_id_, execution_id_, act_id_, act_name_,
                            act_type_, start_time_, end_time_, act_inst_state_, sequence_counter_)
                        values ('a1', 'activation', 'activation:1', 'p1', 'p1', 'Event_Begun', '事象 <発生> & "覚知"', 'startEvent',
                            '2026-01-05 02:15', '2026-01-05 02:15', 0, 1),
                        ('a2', 'activation', 'activation:1', 'p1', 'p1', 'Gateway_Usable', '使えるか', 'exclusiveGateway',
                            '2026-01-05 02:15', '2026-01-05 02:15', 0, 2),
                        ('a3', 'activation', 'activation:1', 'p1', 'p1', 'Call_Response', '対応', 'callActivity',
                            '2026-01-05 02:15', null, 0, 3),
                        ('a4', 'activation', 'activation:1', 'p1', 'p1', 'Task_Tell', '知らせる', 'serviceTask',
                            '2026-01-05 02:16', '2026-01-05 02:17', 2, 4);
                    insert into notice (activation_number, step, round, person_id, channel, urgency, subject, text, state, planned_at,
                            due_at, changed_at, provider_id, attempts)
                        values ('2026-001', 'call', 1, 'joho1', 'SMS', 'LIFE', '安否', '安否を回答', 'DELIVERED', '2026-01-04 17:15Z',
                            '2026-01-04 17:15Z', '2026-01-04 17:16Z', 'SM1', 1);
                    insert into notice_attempt values (1, 1, '2026-01-04 17:15Z', '2026-01-04 17:15:01Z', 'ACCEPTED', null, null);
                    insert into provider_report (at, provider_id, status) values ('2026-01-04 17:16Z', 'SM1', 'delivered')""");
        }
    }

    RecordBundles bundles() {
        var manager = ledger.transaction().getTransactionManager();
        return new RecordBundles(
                new Snapshot(ledger.application(), manager),
                sealers.key(2),
                new SealSettings(true, 2, Duration.ofMinutes(10), true, null, List.of(), Duration.ofDays(1)),
                ledger);
    }

    byte[] exported() throws IOException {
        var out = new ByteArrayOutputStream();
        bundles().write(NUMBER, out);
        return out.toByteArray();
    }

    static void unpack(byte[] bundle, Path folder) throws IOException {
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bundle))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Path file = folder.resolve(entry.getName());
                Files.createDirectories(file.getParent());
                Files.write(file, zip.readAllBytes());
            }
        }
    }

    /** Runs the verifier within the folder: its source where no classes are given. */
    static Ran verify(Path folder, Path classes, String... arguments) throws IOException, InterruptedException {
        // An encoding that knows no Japanese: neither the verifier's source nor what it says may depend on it.
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Dfile.encoding=US-ASCII"));
        command.addAll(classes == null ? List.of("Verify.java") : List.of("-cp", classes.toString(), "Verify"));
        command.addAll(List.of(arguments));
        var process = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        process.environment().clear();
        var running = process.start();
        String said = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ran(running.waitFor(), said);
    }

    record Ran(int exit, String said) {}
}
