-- What was asked for that security forbids in ordinary times, and what became of it.
create table downgrade (
    number               bigint generated always as identity primary key,
    activation_number    text not null references activation,
    matter               text not null,
    information_level    integer check (information_level between 1 and 3),
    target               text not null,
    reason               text not null,
    compensation         text not null,
    restoration          text not null,
    executor             text not null,
    until_asked          timestamptz not null,
    break_glass          boolean not null,
    requested_by         text not null,
    requested_at         timestamptz not null,
    -- The end that counts: as asked for, later by an extension, earlier by a review or a refusal after the fact.
    until_at             timestamptz not null,
    state                text not null check (state in
        ('REQUESTED', 'REFUSED', 'APPROVED', 'LAPSED', 'DROPPED', 'DONE', 'IN_FORCE', 'RESTORED', 'VERIFIED', 'ENDED')),
    approved             boolean,
    decided_by           text,
    decided_as           text,
    decided_at           timestamptz,
    decision_reason      text,
    -- What the request said when it was decided.
    decided_fingerprint  text,
    applied_at           timestamptz,
    applied_note         text,
    restored_at          timestamptz,
    restored_note        text,
    verified_at          timestamptz,
    verified_note        text,
    check (until_asked > requested_at),
    check (state not in ('APPROVED', 'LAPSED', 'DROPPED') or approved is true),
    check (state not in ('DONE', 'IN_FORCE') or applied_at is not null and (approved is true or break_glass)),
    check (restored_at is null or applied_at is not null),
    check (state not in ('RESTORED', 'VERIFIED', 'ENDED') or restored_at is not null),
    check (state not in ('VERIFIED', 'ENDED') or verified_at is not null)
);
create index downgrade_activation on downgrade (activation_number);
-- A request cannot be changed: whoever wants another asks again.
revoke update, delete, truncate on downgrade from ${appRole};
grant update (until_at, state, approved, decided_by, decided_as, decided_at, decision_reason, decided_fingerprint, applied_at,
    applied_note, restored_at, restored_note, verified_at, verified_note) on downgrade to ${appRole};

-- Who plays which part. One part for each person: requester, approver, executor and verifier are different people.
create table downgrade_hand (
    downgrade bigint not null references downgrade,
    person_id text not null,
    part      text not null check (part in ('REQUESTER', 'APPROVER', 'EXECUTOR', 'VERIFIER')),
    taken_at  timestamptz not null,
    primary key (downgrade, person_id)
);
revoke update, delete, truncate on downgrade_hand from ${appRole};

create table downgrade_extension (
    number          bigint generated always as identity primary key,
    downgrade       bigint not null references downgrade,
    until_asked     timestamptz not null,
    reason          text not null,
    requested_by    text not null,
    requested_at    timestamptz not null,
    approved        boolean,
    decided_by      text,
    decided_as      text,
    decided_at      timestamptz,
    decision_reason text,
    check (until_asked > requested_at)
);
-- Two at once would each ask for another end.
create unique index downgrade_extension_open on downgrade_extension (downgrade) where approved is null;
revoke update, delete, truncate on downgrade_extension from ${appRole};
grant update (approved, decided_by, decided_as, decided_at, decision_reason) on downgrade_extension to ${appRole};

-- The register of who entered a room that stood open, as far as it was kept.
create table downgrade_entry (
    id         bigint generated always as identity primary key,
    downgrade  bigint not null references downgrade,
    name       text not null,
    section    text not null,
    entered_at timestamptz not null,
    left_at    timestamptz not null check (left_at >= entered_at),
    purpose    text not null,
    noted_by   text not null,
    noted_at   timestamptz not null
);
revoke update, delete, truncate on downgrade_entry from ${appRole};
