-- Who accepted a version, as what, and what it changed. What was kept before anybody was asked counts as accepted at a start.
alter table plan_version
    add column approved_by text not null default 'system',
    add column capacity    text not null default '起動時',
    add column approved_at timestamptz,
    add column reason      text not null default '',
    -- What changed, one line of Japanese for each thing.
    add column changes     text not null default '',
    -- The unified diff of the text; empty for the first version.
    add column diff        text not null default '';
update plan_version set approved_at = kept_at;
alter table plan_version
    alter column approved_by drop default,
    alter column capacity drop default,
    alter column approved_at set not null;

-- A text proposed as the next version, and what became of it. It is kept among the versions only when it comes into force.
create table plan_revision (
    number       bigint generated always as identity primary key,
    plan_id      text not null,
    -- As the text says; null where it cannot be read.
    version      text,
    yaml         text not null,
    -- The version that it changes.
    base         bigint not null references plan_version,
    reason       text not null,
    proposed_by  text not null,
    proposed_at  timestamptz not null,
    state        text not null check (state in
        ('CHECKING', 'FAULTY', 'OFFERED', 'REFUSED', 'APPROVED', 'WITHDRAWN', 'IN_FORCE', 'SUPERSEDED')),
    findings     json,
    decided_by   text,
    capacity     text,
    decided_at   timestamptz,
    -- The reason of a refusal or a withdrawal, the remark of an approval.
    opinion      text,
    effective_at timestamptz,
    plan_version bigint references plan_version,
    confirm_by   timestamptz
);
-- Two open proposals would each undo the other.
create unique index plan_revision_open on plan_revision (plan_id) where state in ('CHECKING', 'OFFERED', 'APPROVED');

-- Who was asked to approve, in order: the ranks of the role, then those of the role above.
create table plan_revision_rank (
    revision bigint not null references plan_revision,
    position integer not null,
    group_id text not null,
    capacity text not null,
    asked_at timestamptz not null,
    primary key (revision, position)
);

-- Who holds the plan and has, or has not yet, confirmed the new version.
create table plan_confirmation (
    revision     bigint not null references plan_revision,
    person_id    text not null,
    asked_at     timestamptz not null,
    confirmed_at timestamptz,
    primary key (revision, person_id)
);

-- Notices about the plan itself belong to no activation; ordering one twice still tells it once.
alter table notice alter column activation_number drop not null;
alter table notice drop constraint notice_activation_number_step_round_person_id_channel_key;
alter table notice add constraint notice_once
    unique nulls not distinct (activation_number, step, round, person_id, channel);
