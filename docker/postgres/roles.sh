#!/usr/bin/env bash
# Run once, when the database is made: the two roles of application.yaml, and a database that only they enter.
set -euo pipefail
: "${KEIZOKU_DB_OWNER_PASSWORD:?}" "${KEIZOKU_DB_PASSWORD:?}"

# psql quotes the passwords itself (:'name'), whatever characters they have.
psql --set ON_ERROR_STOP=1 --username postgres --dbname postgres \
  --set owner_password="$KEIZOKU_DB_OWNER_PASSWORD" --set app_password="$KEIZOKU_DB_PASSWORD" <<'SQL'
create role keizoku_owner login password :'owner_password';
create role keizoku_app login password :'app_password';
create database keizoku owner keizoku_owner encoding 'UTF8' template template0;
revoke all on database keizoku from public;
grant connect on database keizoku to keizoku_app;
SQL
