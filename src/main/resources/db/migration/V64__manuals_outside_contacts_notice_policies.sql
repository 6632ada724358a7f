-- Whether a proposal changes manuals only: then whoever approves manuals approves it. What was proposed before was the plan.
alter table plan_revision add column scope text not null default 'PLAN' check (scope in ('PLAN', 'MANUALS'));
alter table plan_revision alter column scope drop default;

-- The versions of manuals that came into force, with the main points of each revision; who approved it and when stands on the proposal.
create table manual_issue (
    revision bigint not null references plan_revision,
    -- Number and title, as people name it.
    manual   text not null,
    version  text,
    changes  text not null,
    primary key (revision, manual)
);
revoke update, delete, truncate on manual_issue from ${appRole};

-- How vendors and organisations of the plan are reached, encrypted as the contacts of people are; read by people who telephone, never
-- by a channel, so that nothing of the delivery of notices is known here.
create table outside_contact (
    owner_kind text not null check (owner_kind in ('VENDOR', 'ORGANISATION')),
    owner_id   text not null,
    position   integer not null check (position >= 0),
    -- What the plan calls the contact point.
    point      text not null,
    sealed     bytea not null,
    key_id     text not null,
    taken_at   timestamptz not null,
    primary key (owner_kind, owner_id, position)
);

-- How long the plan gives this notice by this address, and whether its ways go one after the other: then even mail, of which nobody
-- reports, gives way to the next after that time.
alter table notice
    add column hear_within interval not null default interval '10 minutes',
    add column one_by_one  boolean not null default false;
