-- A security audit (MNT 9(1)) from the decision to hold it to the improvement that was checked.
create table security_audit (
    number           bigint generated always as identity primary key,
    -- The plan under which it was commissioned: who leads, who audits, how long each step may take.
    plan_version     bigint not null references plan_version,
    state            text not null check (state in
        ('COMMISSIONED', 'PLANNED', 'CONDUCTED', 'REPORTED', 'EVALUATED', 'IMPROVING', 'IMPROVED', 'CLOSED')),
    audited_role     text,
    audited_from     timestamptz,
    audited_until    timestamptz,
    conduct_by       timestamptz,
    improve_by       timestamptz,
    process_instance text unique,
    check (audited_from < audited_until),
    check (state = 'COMMISSIONED' or audited_role is not null),
    check (state not in ('IMPROVING', 'IMPROVED') or improve_by is not null)
);
revoke update, delete, truncate on security_audit from ${appRole};
grant update (state, audited_role, audited_from, audited_until, conduct_by, improve_by, process_instance) on security_audit to ${appRole};

-- What each step said. Nobody changes afterwards what an auditor found.
create table security_audit_step (
    id        bigint generated always as identity primary key,
    audit     bigint not null references security_audit,
    step      text not null check (step in ('COMMISSION', 'ITEMS', 'RESULT', 'FINDINGS', 'REPORT', 'EVALUATION', 'IMPROVEMENT_PLAN',
        'IMPROVEMENT', 'SUFFICIENT', 'INSUFFICIENT')),
    person_id text not null,
    capacity  text not null,
    at        timestamptz not null,
    words     text not null
);
create index security_audit_step_audit on security_audit_step (audit, id);
revoke update, delete, truncate on security_audit_step from ${appRole};
