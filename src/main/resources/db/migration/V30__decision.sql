create table decision (
    id                bigint generated always as identity primary key,
    activation_number text not null references activation,
    decision_id       text not null,
    -- One run of decide-with-deputies is one decision, however often its jobs are repeated.
    process_instance  text not null unique,
    role              text not null,
    briefing          text not null,
    asked_at          timestamptz not null,
    outcome           text,
    reason            text,
    decided_by        text,
    capacity          text,
    decided_at        timestamptz
);

-- Who was asked, in order: the ranks of the role, then those of the role above.
create table decision_rank (
    decision  bigint not null references decision,
    position  integer not null,
    group_id  text not null,
    capacity  text not null,
    asked_at  timestamptz not null,
    primary key (decision, position)
);
