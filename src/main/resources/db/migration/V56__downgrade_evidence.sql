-- Files that show what was done. Camunda's attachments pass no rule of ours, so they stand here; added, never changed.
create table downgrade_evidence (
    id          bigint generated always as identity primary key,
    downgrade   bigint not null references downgrade,
    name        text not null,
    kind        text not null check (kind in ('PDF', 'PNG', 'JPEG', 'TEXT')),
    content     bytea not null check (octet_length(content) between 1 and 5000000),
    sha256      text not null,
    uploaded_by text not null,
    uploaded_at timestamptz not null
);
create index downgrade_evidence_of on downgrade_evidence (downgrade);
revoke update, delete, truncate on downgrade_evidence from ${appRole};
