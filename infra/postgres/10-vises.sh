#!/bin/bash
# Runs once, while the database volume is empty: makes the role that owns VISES's database, and one for backups.
# The owner is an ordinary role (no superuser, no way past row security) that may create roles; VISES refuses others.
set -euo pipefail

psql --set ON_ERROR_STOP=1 --no-psqlrc --username "$POSTGRES_USER" --dbname postgres <<'SQL'
\getenv owner_password VISES_OWNER_PASSWORD
\getenv backup_password VISES_BACKUP_PASSWORD
CREATE ROLE vises_owner LOGIN CREATEROLE NOSUPERUSER NOBYPASSRLS NOCREATEDB PASSWORD :'owner_password';
CREATE DATABASE vises OWNER vises_owner;
-- Sees past the fences between partners, which a whole backup must; may change nothing.
CREATE ROLE vises_backup LOGIN BYPASSRLS NOSUPERUSER PASSWORD :'backup_password';
GRANT pg_read_all_data TO vises_backup;
GRANT CONNECT ON DATABASE vises TO vises_backup;
SQL
