-- Numbers and addresses, encrypted (AES-GCM); the key is a file outside of the database.
create table contact (
  person_id   text        not null,
  channel     text        not null check (channel in ('SMS', 'MAIL')),
  position    integer     not null check (position >= 0),
  address     bytea       not null,
  key_id      text        not null,
  taken_at    timestamptz not null,
  proved_at   timestamptz,
  stale_since timestamptz,
  primary key (person_id, channel, position)
);
