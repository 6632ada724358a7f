-- The daily look at everybody's contacts: one for each day, whichever node was first.
create table contact_check (
  day        date        primary key,
  checked_at timestamptz not null,
  people     integer     not null,
  lacking    integer     not null
);
revoke update, delete, truncate on contact_check from ${appRole};
