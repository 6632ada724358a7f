-- Who was lacking at that check, so that the next knows whether anything changed, and whether the leader was told. Ids, never addresses.
alter table contact_check add column lacking_people text[] not null default '{}', add column told boolean not null default false;
