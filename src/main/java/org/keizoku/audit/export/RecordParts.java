package org.keizoku.audit.export;

import org.springframework.jdbc.core.JdbcTemplate;

/** The parts of a bundle that are rows: a JSON object on each line, in the order in which they were written. */
final class RecordParts {

    /** Origin and values are strings: they are hashed as they were written. */
    private static final String ENTRIES =
            """
            select row_to_json(line)::text from (
                select e.id, e.activation_number as activation, %s as at, e.actor, e.capacity, e.kind, e.told,
                    encode(e.facts_hash, 'hex') as "factsHash", e.origin::text as origin, %s as "recordedAt",
                    encode(f.salt, 'hex') as salt, f.facts::text as facts
                from ledger_entry e left join ledger_facts f on f.entry_id = e.id
                where e.activation_number = ? order by e.id) line"""
                    .formatted(moment("e.at"), moment("e.recorded_at"));

    private static final String ACTIVATION =
            """
            select row_to_json(line)::text from (
                select number, event_type, facts, occurred_at, opened_at, opened_by, regime, state, closed_at, plan_id, plan_version
                from activation where number = ?) line""";

    private static final String PROCEDURES =
            """
            select row_to_json(line)::text from (
                select p.id_ as instance, p.super_process_instance_id_ as "calledBy", p.proc_def_key_ as process, d.version_ as version,
                    d.deployment_id_ as deployment, p.start_time_ at time zone 'Asia/Tokyo' as started,
                    p.end_time_ at time zone 'Asia/Tokyo' as ended, p.state_ as state
                from act_hi_procinst p left join act_re_procdef d on d.id_ = p.proc_def_id_
                where p.business_key_ = ? order by p.start_time_, p.id_) line""";

    private static final String NOTICES =
            """
            select row_to_json(line)::text from (
                select id, activation_number like 'D%' as drill, step, round, person_id, channel, position, urgency, subject, text, state,
                    failure, planned_at, due_at, changed_at, attempts, provider_id, message_id, possibly_double, not_needed_since,
                    passed_on_at, last_error
                from notice where activation_number = ? order by id) line""";

    private static final String ATTEMPTS =
            """
            select row_to_json(line)::text from (
                select a.notice_id, a.n, a.begun_at, a.ended_at, a.outcome, a.code, a.words
                from notice_attempt a join notice n on n.id = a.notice_id
                where n.activation_number = ? order by a.notice_id, a.n) line""";

    private static final String PROVIDER_REPORTS =
            """
            select row_to_json(line)::text from (
                select r.id, n.id as notice_id, r.at, r.provider_id, r.status, r.code
                from provider_report r join notice n on n.provider_id = r.provider_id
                where n.activation_number = ? order by r.id) line""";

    private static final String PLAN_VERSION =
            """
            select row_to_json(line)::text from (
                select v.number, v.plan_id, v.version, v.sha256, v.kept_at, v.approved_by, v.capacity, v.approved_at, v.reason
                from plan_version v join activation a on a.plan_version = v.number where a.number = ?) line""";

    private static final String PLAN =
            "select v.yaml from plan_version v join activation a on a.plan_version = v.number where a.number = ?";

    private RecordParts() {}

    static void write(JdbcTemplate jdbc, String activation, BundleZip zip) {
        zip.file("entries.jsonl", Snapshot.lines(jdbc, ENTRIES, activation));
        zip.file("activation.jsonl", Snapshot.lines(jdbc, ACTIVATION, activation));
        zip.file("procedures.jsonl", Snapshot.lines(jdbc, PROCEDURES, activation));
        zip.file("notices.jsonl", Snapshot.lines(jdbc, NOTICES, activation));
        zip.file("notice-attempts.jsonl", Snapshot.lines(jdbc, ATTEMPTS, activation));
        zip.file("provider-reports.jsonl", Snapshot.lines(jdbc, PROVIDER_REPORTS, activation));
        zip.file("plan/version.jsonl", Snapshot.lines(jdbc, PLAN_VERSION, activation));
        zip.file("plan/plan.yaml", Snapshot.lines(jdbc, PLAN, activation));
    }

    /** As it is hashed: docs/adr/0009. */
    static String moment(String column) {
        return "to_char(%s at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')".formatted(column);
    }
}
