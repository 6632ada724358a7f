-- Whom an activation called, and with which words.
create table call_out (
  activation_number text        not null,
  person_id         text        not null,
  called_at         timestamptz not null,
  link_id           bigint      not null references answer_link,
  subject           text        not null,
  text              text        not null,
  primary key (activation_number, person_id)
);

-- What people answered: every answer stays, the latest counts.
create table answer (
  id                bigint generated always as identity primary key,
  activation_number text        not null,
  person_id         text        not null,
  safety            text check (safety in ('SAFE', 'INJURED')),
  coming            text check (coming in ('COMING', 'WORKING_ELSEWHERE', 'UNABLE')),
  arrives_at        timestamptz,
  place             text,
  answered_by       text        not null,
  answered_at       timestamptz not null,
  foreign key (activation_number, person_id) references call_out
);
create index answer_latest on answer (activation_number, person_id, id desc);
revoke update, delete on answer from ${appRole};
