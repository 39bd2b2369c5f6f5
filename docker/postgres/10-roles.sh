#!/usr/bin/env bash
# First start of the database container: the roles, and their passwords from the environment.
set -euo pipefail
: "${DUBAN_OWNER_PASSWORD:?set DUBAN_OWNER_PASSWORD}" "${DUBAN_APP_PASSWORD:?set DUBAN_APP_PASSWORD}"

psql -v ON_ERROR_STOP=1 -U "$POSTGRES_USER" -d "$POSTGRES_DB" -f /roles.sql
psql -v ON_ERROR_STOP=1 -U "$POSTGRES_USER" -d "$POSTGRES_DB" \
     -v owner="$DUBAN_OWNER_PASSWORD" -v app="$DUBAN_APP_PASSWORD" <<'SQL'
alter role duban_owner password :'owner';
alter role duban_app password :'app';
SQL
