-- A link that one person may open without signing in; its signature is computed, never stored.
create table answer_link (
  id                bigint generated always as identity primary key,
  activation_number text        not null,
  person_id         text        not null,
  purpose           text        not null,
  issued_at         timestamptz not null,
  expires_at        timestamptz not null
);

-- The outbox: planned in the transaction of what happened, handed over after it.
create table notice (
  id                bigint generated always as identity primary key,
  activation_number text        not null,
  step              text        not null,
  round             integer     not null,
  person_id         text        not null,
  channel           text        not null check (channel in ('SMS', 'MAIL', 'NONE')),
  urgency           text        not null,
  subject           text        not null,
  text              text        not null,
  link_id           bigint references answer_link,
  state             text        not null
    check (state in ('PLANNED', 'HANDING_OVER', 'ACCEPTED', 'FAILED', 'UNKNOWN', 'SKIPPED')),
  planned_at        timestamptz not null,
  due_at            timestamptz not null,
  changed_at        timestamptz not null,
  lease_until       timestamptz,
  leased_by         text,
  attempts          integer     not null default 0,
  provider_id       text unique,
  message_id        text unique,
  possibly_double   boolean     not null default false,
  not_needed_since  timestamptz,
  last_error        text,
  unique (activation_number, step, round, person_id, channel)
);
create index notice_open on notice (channel, due_at) where state in ('PLANNED', 'HANDING_OVER', 'UNKNOWN');

-- Every hand-over of a notice; committed before the provider is called.
create table notice_attempt (
  notice_id bigint      not null references notice,
  n         integer     not null,
  begun_at  timestamptz not null,
  ended_at  timestamptz,
  outcome   text,
  code      text,
  words     text,
  primary key (notice_id, n)
);
