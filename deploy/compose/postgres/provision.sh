#!/bin/bash
# Run once by the image, when the data folder is made: a database and an owner role for each service, and the role that
# Grafana reads as. The same as LocalPostgres does for the local start. The services grant the reader its views themselves.
set -euo pipefail

psql --quiet --no-psqlrc --set=ON_ERROR_STOP=1 --username="${POSTGRES_USER:-postgres}" --dbname=postgres <<'SQL'
\getenv incident_password HUMDASH_INCIDENT_DB_PASSWORD
\getenv humanitarian_password HUMDASH_HUMANITARIAN_DB_PASSWORD
\getenv gateway_password HUMDASH_GATEWAY_DB_PASSWORD
\getenv reader_password HUMDASH_GRAFANA_READER_PASSWORD

CREATE ROLE incident_owner NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION LOGIN PASSWORD :'incident_password';
CREATE DATABASE incident OWNER incident_owner;
REVOKE ALL ON DATABASE incident FROM PUBLIC;

CREATE ROLE humanitarian_owner NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION LOGIN PASSWORD :'humanitarian_password';
CREATE DATABASE humanitarian OWNER humanitarian_owner;
REVOKE ALL ON DATABASE humanitarian FROM PUBLIC;

CREATE ROLE gateway_owner NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION LOGIN PASSWORD :'gateway_password';
CREATE DATABASE gateway OWNER gateway_owner;
REVOKE ALL ON DATABASE gateway FROM PUBLIC;

CREATE ROLE grafana_reader NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION LOGIN CONNECTION LIMIT 10 PASSWORD :'reader_password';
ALTER ROLE grafana_reader SET default_transaction_read_only = on;
ALTER ROLE grafana_reader SET statement_timeout = '15s';
ALTER ROLE grafana_reader SET idle_in_transaction_session_timeout = '30s';
GRANT CONNECT ON DATABASE incident, humanitarian TO grafana_reader;

\connect incident
REVOKE CREATE ON SCHEMA public FROM PUBLIC;
\connect humanitarian
REVOKE CREATE ON SCHEMA public FROM PUBLIC;
\connect gateway
REVOKE CREATE ON SCHEMA public FROM PUBLIC;
SQL
