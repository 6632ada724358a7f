-- Where in the ledger a word can stand: docs/adr/0022. It is derived from sealed entries and can be made anew; it proves nothing.

create table ledger_block (
    from_id bigint primary key,
    to_id bigint not null,
    -- Between which moments its entries happened.
    first_at timestamptz not null,
    last_at timestamptz not null,
    -- The pieces of all texts in it (org.keizoku.audit.search.Grams); null where they are to be made anew.
    grams integer[]
);
create index ledger_block_by_gram on ledger_block using gin (grams) with (fastupdate = off);
create index ledger_block_to_read on ledger_block (from_id) where grams is null;
revoke delete, truncate on ledger_block from ${appRole};

-- Values that are erased or removed must not be guessed from their pieces either. The lock waits for whoever is just reading them into a
-- block; org.keizoku.audit.search.Blocks has the same number.
create function ledger_forgets_pieces() returns trigger language plpgsql as $$
begin
    perform pg_advisory_xact_lock(x'6b7a626c6f636b'::bigint);
    update ledger_block set grams = null
    from (select min(entry_id) as first, max(entry_id) as last from gone) forgotten
    where from_id <= last and to_id >= first;
    return null;
end
$$;
create trigger ledger_forgets_pieces after delete on ledger_facts
    referencing old table as gone for each statement execute function ledger_forgets_pieces();
