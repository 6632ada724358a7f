-- Signed seals over the ledger, and its values apart so that they can be forgotten: docs/adr/0009.

-- What was entered or decided: the only part of an entry that can be erased. Without a foreign key: entries stay when it goes.
create table ledger_facts (
    entry_id bigint primary key,
    salt bytea not null,
    -- json, not jsonb: it keeps the order of the fields and the text as it was written.
    facts json not null
);
insert into ledger_facts select id, uuid_send(gen_random_uuid()), facts from ledger_entry;

alter table ledger_entry add facts_hash bytea;
alter table ledger_entry disable trigger ledger_append_only;
update ledger_entry set facts_hash = (
    select sha256(salt || convert_to(ledger_facts.facts::text, 'UTF8')) from ledger_facts where entry_id = ledger_entry.id);
alter table ledger_entry enable always trigger ledger_append_only;
alter table ledger_entry alter facts_hash set not null;
alter table ledger_entry drop facts;
create index ledger_entry_erasures on ledger_entry (id) where kind = 'values-erased';

-- The public halves of the keys that signed.
create table ledger_key (
    key_id text primary key,
    -- X.509 SubjectPublicKeyInfo.
    public_key bytea not null,
    since timestamptz not null
);

create table ledger_seal (
    no bigint primary key,
    from_id bigint not null,
    to_id bigint not null,
    entries integer not null,
    -- For each entry its id (8 bytes, big-endian) and its hash (32 bytes).
    leaves bytea not null,
    root bytea not null,
    previous bytea not null,
    sealed_at timestamptz not null,
    key_id text not null references ledger_key,
    signature bytea not null
);

revoke update, delete, truncate on ledger_facts, ledger_key, ledger_seal from ${appRole};

-- Refuses everybody but the owner, who has said in this transaction which table:
-- set local keizoku.ledger_open = '<table>'
create or replace function ledger_is_append_only() returns trigger language plpgsql as $$
begin
    if current_setting('keizoku.ledger_open', true) = tg_table_name
        and pg_has_role(current_user, (select relowner from pg_class where oid = tg_relid), 'usage') then
        return null;
    end if;
    raise exception 'the ledger is append-only: % refused', tg_op using errcode = 'insufficient_privilege';
end
$$;

create trigger ledger_append_only before update or delete or truncate on ledger_facts
    for each statement execute function ledger_is_append_only();
create trigger ledger_append_only before update or delete or truncate on ledger_key
    for each statement execute function ledger_is_append_only();
create trigger ledger_append_only before update or delete or truncate on ledger_seal
    for each statement execute function ledger_is_append_only();
alter table ledger_facts enable always trigger ledger_append_only;
alter table ledger_key enable always trigger ledger_append_only;
alter table ledger_seal enable always trigger ledger_append_only;

-- A transaction has its number before it takes an id of the ledger: the sealer tells by it which ids can still appear.
create function ledger_numbers_its_writer() returns trigger language plpgsql as $$
begin
    perform pg_current_xact_id();
    return null;
end
$$;
create trigger ledger_numbers_its_writer before insert on ledger_entry
    for each statement execute function ledger_numbers_its_writer();
alter table ledger_entry enable always trigger ledger_numbers_its_writer;

-- For the owner: removes the values of one entry and says so in another. The database's clock: no application runs here.
create function ledger_erase(entry bigint, erased_by text, reason text) returns bigint language plpgsql as $$
declare
    fresh bytea := uuid_send(gen_random_uuid());
    words json := json_build_object('記録番号', entry, '理由', reason);
    told_in bigint;
begin
    set local keizoku.ledger_open = 'ledger_facts';
    delete from ledger_facts where entry_id = entry;
    if not found then
        raise exception 'entry % has no values', entry;
    end if;
    set local keizoku.ledger_open = '';
    insert into ledger_entry (activation_number, at, actor, kind, told, facts_hash, origin, recorded_at)
        select activation_number, clock_timestamp(), erased_by, 'values-erased', '記録 ' || entry || ' の値を消去',
            sha256(fresh || convert_to(words::text, 'UTF8')), json_build_object('erased', entry), clock_timestamp()
        from ledger_entry where id = entry
        returning id into told_in;
    insert into ledger_facts values (told_in, fresh, words);
    return told_in;
end
$$;
revoke execute on function ledger_erase from public;
