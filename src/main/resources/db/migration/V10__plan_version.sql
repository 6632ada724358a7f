-- Every plan text that was ever in force: an activation names the number and keeps it to its end.
create table plan_version (
    number  bigint generated always as identity primary key,
    plan_id text not null,
    version text not null,
    sha256  text not null,
    yaml    text not null,
    kept_at timestamptz not null,
    unique (plan_id, sha256)
);
revoke update, delete, truncate on plan_version from ${appRole};
