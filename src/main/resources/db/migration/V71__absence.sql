-- Who said beforehand, or had said for them, that they cannot be waited for: from when until when. Kept when it is over or called off.
create table absence (
    id          bigint generated always as identity primary key,
    person_id   text not null,
    kind        text not null check (kind in ('LEAVE', 'TRIP', 'UNABLE')),
    from_at     timestamptz not null,
    until_at    timestamptz not null check (until_at > from_at),
    declared_by text not null,
    declared_at timestamptz not null,
    ended_by    text,
    ended_at    timestamptz,
    check ((ended_by is null) = (ended_at is null))
);
create index absence_ahead on absence (until_at) where ended_at is null;
revoke update, delete, truncate on absence from ${appRole};
grant update (ended_by, ended_at) on absence to ${appRole};
