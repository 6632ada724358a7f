create table site_survey (
    id                bigint generated always as identity primary key,
    activation_number text not null references activation,
    site_id           text not null,
    usable            text not null,
    entry             text,
    power             text,
    network           text,
    notes             text,
    surveyed_by       text not null,
    surveyed_at       timestamptz not null
);

-- 様式11: one row per sheet, kept as it was filled in.
create table damage_sheet (
    id                bigint generated always as identity primary key,
    activation_number text not null references activation,
    place             text not null,
    sheet             jsonb not null,
    entered_by        text not null,
    entered_at        timestamptz not null
);

create table recovery (
    activation_number text not null references activation,
    system_id         text not null,
    state             text not null check (state in ('RECOVERING', 'VERIFYING', 'PARTLY', 'FULLY')),
    started_at        timestamptz not null,
    rto_due_at        timestamptz not null,
    milestones_told   integer not null default 0,
    estimated_at      timestamptz,
    level             text,
    restored_at       timestamptz,
    primary key (activation_number, system_id)
);
