-- Two roles: the owner runs these migrations and owns every table; the application's role owns nothing,
-- so that "append-only" holds against the application itself.
grant usage on schema public to ${appRole};
alter default privileges in schema public grant select, insert, update, delete on tables to ${appRole};
alter default privileges in schema public grant usage, select on sequences to ${appRole};
