-- The removal of whole sealed periods at the end of their retention: docs/adr/0009.

create index ledger_entry_removals on ledger_entry (id) where kind = 'ledger-removed';

-- That something was erased or removed is said by whoever did it, the owner: nobody else can excuse what is missing.
create function ledger_owner_tells() returns trigger language plpgsql as $$
begin
    if pg_has_role(current_user, (select relowner from pg_class where oid = tg_relid), 'usage') then
        return new;
    end if;
    raise exception 'only the owner tells of %', new.kind using errcode = 'insufficient_privilege';
end
$$;
create trigger ledger_owner_tells before insert on ledger_entry
    for each row when (new.kind in ('values-erased', 'ledger-removed')) execute function ledger_owner_tells();
alter table ledger_entry enable always trigger ledger_owner_tells;

-- For the owner, by the command audit remove: removes every entry up to the end of a seal, keeps the signed heads, and says so in an entry.
create function ledger_remove(last_seal bigint, removed_by text, reason text, at timestamptz) returns bigint language plpgsql as $$
declare
    fresh bytea := uuid_send(gen_random_uuid());
    last_entry bigint := (select to_id from ledger_seal where no = last_seal);
    words json;
    removed bigint;
    told_in bigint;
begin
    set local keizoku.ledger_open = 'ledger_facts';
    delete from ledger_facts where entry_id <= last_entry;
    set local keizoku.ledger_open = 'ledger_entry';
    delete from ledger_entry where id <= last_entry;
    get diagnostics removed = row_count;
    if removed = 0 then
        raise exception 'nothing is left under seal %', last_seal;
    end if;
    -- A head does not sign the list of its leaves, only their root: it stays true without them.
    set local keizoku.ledger_open = 'ledger_seal';
    update ledger_seal set leaves = '' where no <= last_seal;
    set local keizoku.ledger_open = '';
    words := json_build_object('最後の封印', last_seal, '最後の記録', last_entry, '削除した件数', removed, '理由', reason);
    insert into ledger_entry (at, actor, kind, told, facts_hash, origin, recorded_at)
        values (at, removed_by, 'ledger-removed', '保存期間が過ぎた記録(' || last_entry || ' まで)を削除',
            sha256(fresh || convert_to(words::text, 'UTF8')), json_build_object('removedTo', last_entry), at)
        returning id into told_in;
    insert into ledger_facts values (told_in, fresh, words);
    return removed;
end
$$;
revoke execute on function ledger_remove from public;
