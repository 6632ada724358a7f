create table activation (
    number       text primary key,
    event_type   text not null,
    facts        jsonb not null,
    occurred_at  timestamptz not null,
    opened_at    timestamptz not null,
    opened_by    text not null,
    regime       text,
    state        text not null check (state in ('OPEN', 'CLOSED', 'STOOD_DOWN')),
    closed_at    timestamptz,
    plan_id      text not null,
    plan_version bigint not null references plan_version
);
-- The same event entered twice in the confusion is one activation: the second person is told its number.
create unique index activation_open_event on activation (event_type, occurred_at) where state = 'OPEN';

-- The last number given in a year; the row is locked while the next is given, so numbers have no gaps and no twins.
create table activation_year (
    year        integer primary key,
    last_number integer not null
);
