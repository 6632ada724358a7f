-- The signs of life of the dispatchers.
create table dispatcher_heartbeat (
  node text        primary key,
  at   timestamptz not null
);

-- Where what happened fell behind what was planned, and what the operator did about it. One at a time.
create table notice_gap (
  id         bigint generated always as identity primary key,
  opened_at  timestamptz not null,
  -- What it was when it was found, in Japanese.
  found      text        not null,
  handled_at timestamptz,
  closed_at  timestamptz
);
create unique index notice_gap_one_open on notice_gap ((closed_at is null)) where closed_at is null;
