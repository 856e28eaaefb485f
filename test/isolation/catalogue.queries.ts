/** What Postgres itself says of the tables, their policies and what else could reach a row past them. */
export const TABLES = `
  SELECT c.relname AS name, c.relrowsecurity AS enabled, c.relforcerowsecurity AS forced,
    EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'tenant_id' AND a.attnotnull) AS "hasTenant",
    pg_get_userbyid(c.relowner) AS owner
  FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') ORDER BY c.relname`;

export const POLICIES = `
  SELECT tablename AS table, policyname AS name, roles::text[] AS roles, qual, with_check AS "check", permissive
  FROM pg_policies WHERE schemaname = 'public' ORDER BY 1, 2`;

/** Views see with the rights of their owner unless they say otherwise. */
export const VIEWS = `
  SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('v', 'm')
    AND NOT coalesce(reloptions::text LIKE '%security_invoker=true%', false)`;

/** Functions that see with the rights of their owner. */
export const DEFINERS = `
  SELECT p.proname AS name, pg_get_function_arguments(p.oid) AS arguments, p.proconfig AS settings,
    has_function_privilege('orkestra_app', p.oid, 'EXECUTE') AS "isForApp"
  FROM pg_proc p WHERE p.pronamespace = 'public'::regnamespace AND p.prosecdef ORDER BY 1`;

export const GRANTS = `
  SELECT table_name AS table, grantee, privilege_type AS privilege FROM information_schema.role_table_grants
  WHERE table_schema = 'public' AND (grantee = 'PUBLIC' OR grantee IN ('orkestra_app', 'orkestra_system'))`;

/** Unique keys that tell one tenant of another's rows: those whose first column is not the tenant. */
export const UNIQUE_KEYS = `
  SELECT c.relname AS table, i.relname AS key, array_agg(a.attname::text ORDER BY k.place) AS columns
  FROM pg_index x JOIN pg_class c ON c.oid = x.indrelid JOIN pg_class i ON i.oid = x.indexrelid
  CROSS JOIN LATERAL unnest(x.indkey) WITH ORDINALITY AS k (column_number, place)
  JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = k.column_number
  WHERE c.relnamespace = 'public'::regnamespace AND x.indisunique GROUP BY 1, 2 ORDER BY 1, 2`;

export const ROLES = `
  SELECT rolname AS name, rolsuper AS super, rolbypassrls AS bypasses, rolcreaterole AS "makesRoles",
    rolcreatedb AS "makesDatabases"
  FROM pg_roles WHERE rolname LIKE 'orkestra%' ORDER BY 1`;
