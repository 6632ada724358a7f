-- An erasure on request reaches every table (docs/adr/0027). What it did is one entry; the values of entries go by ledger_erase as before.

drop trigger ledger_owner_tells on ledger_entry;
create trigger ledger_owner_tells before insert on ledger_entry
    for each row when (new.kind in ('values-erased', 'ledger-removed', 'erased-on-request')) execute function ledger_owner_tells();
alter table ledger_entry enable always trigger ledger_owner_tells;

create index ledger_entry_requests on ledger_entry (id) where kind = 'erased-on-request';

-- For the owner, by the command audit erase: says who had what erased, and how many rows of which tables, never the values. It belongs to
-- no activation: one request may reach several.
create function ledger_tell_erasure(erased_by text, places json, reason text, at timestamptz) returns bigint language plpgsql as $$
declare
    fresh bytea := uuid_send(gen_random_uuid());
    words json := json_build_object('理由', reason, '消去した場所', places);
    told_in bigint;
begin
    insert into ledger_entry (at, actor, kind, told, facts_hash, recorded_at)
        values (at, erased_by, 'erased-on-request', '{' || erased_by || '} が求めにより値を消去',
            sha256(fresh || convert_to(words::text, 'UTF8')), at)
        returning id into told_in;
    insert into ledger_facts values (told_in, fresh, words);
    return told_in;
end
$$;
revoke execute on function ledger_tell_erasure from public;
