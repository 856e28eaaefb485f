-- Run once by the Postgres of docker-compose.yml, while its folder is empty: as docs/guides/production.md has it.
\set ON_ERROR_STOP on
\getenv owner OWNER_PASSWORD
\getenv app APP_PASSWORD
\getenv system SYSTEM_PASSWORD
CREATE ROLE orkestra_owner LOGIN PASSWORD :'owner';
CREATE ROLE orkestra_app LOGIN PASSWORD :'app';
CREATE ROLE orkestra_system LOGIN PASSWORD :'system';
CREATE DATABASE orkestra OWNER orkestra_owner TEMPLATE template0 ENCODING 'UTF8';
REVOKE ALL ON DATABASE orkestra FROM PUBLIC;
GRANT CONNECT ON DATABASE orkestra TO orkestra_app, orkestra_system;

\getenv temporal TEMPORAL_PASSWORD
CREATE ROLE temporal LOGIN PASSWORD :'temporal';
CREATE DATABASE temporal OWNER temporal;
CREATE DATABASE temporal_visibility OWNER temporal;
REVOKE ALL ON DATABASE temporal FROM PUBLIC;
REVOKE ALL ON DATABASE temporal_visibility FROM PUBLIC;

\getenv langfuse LANGFUSE_PASSWORD
CREATE ROLE langfuse LOGIN PASSWORD :'langfuse';
CREATE DATABASE langfuse OWNER langfuse;
REVOKE ALL ON DATABASE langfuse FROM PUBLIC;
