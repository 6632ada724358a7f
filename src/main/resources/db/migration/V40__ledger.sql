-- The record of what happened. Nobody changes or removes an entry: the application's role may not, and a trigger refuses it to
-- the owner as well, so that a slip in a later migration cannot do it either.
create table ledger_entry (
    -- The order of the record; a chain of hashes can be laid over it later.
    id bigint generated always as identity primary key,
    activation_number text,
    at timestamptz not null,
    actor text not null,
    capacity text,
    kind text not null,
    -- A person stands in it as {person-id}; names are read from the plan when it is shown.
    told text not null,
    -- json, not jsonb: it keeps the order of the fields and the text as it was written.
    facts json not null,
    -- Process, step and task in the models, where there is one: what a replay needs.
    origin json,
    recorded_at timestamptz not null
);

create index ledger_entry_by_activation on ledger_entry (activation_number, id);

revoke update, delete, truncate on ledger_entry from ${appRole};

create function ledger_is_append_only() returns trigger language plpgsql as $$
begin
    raise exception 'the ledger is append-only: % refused', tg_op using errcode = 'insufficient_privilege';
end
$$;

create trigger ledger_append_only before update or delete or truncate on ledger_entry
    for each statement execute function ledger_is_append_only();
-- Also in a session that has switched ordinary triggers off.
alter table ledger_entry enable always trigger ledger_append_only;
