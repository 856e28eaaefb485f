export interface TableAccess {
  /** What the role `app` may do with rows of its tenant, e.g. `SELECT, INSERT`. */
  app?: string;
  /** What the role `system` may do with rows of every tenant; left out for most tables. */
  system?: string;
}

/**
 * SQL that puts a tenant's table under row-level security, also for its owner, and grants the roles their rights.
 * Landed migrations use it: its meaning must not change. (What it says of the owner came later; databases that were
 * there before have it by the migration `TenantLifeCycle`.)
 */
export function protectTable(table: string, access: TableAccess): string {
  const statements = [
    `ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`,
    `ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`,
    purgePolicy(table),
  ];
  if (access.app !== undefined) {
    statements.push(
      `CREATE POLICY ${table}_tenant ON ${table} TO orkestra_app
         USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
         WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)`,
      `GRANT ${access.app} ON ${table} TO orkestra_app`,
    );
  }
  if (access.system !== undefined) {
    statements.push(
      `CREATE POLICY ${table}_system ON ${table} TO orkestra_system USING (true) WITH CHECK (true)`,
      `GRANT ${access.system} ON ${table} TO orkestra_system`,
    );
  }
  return statements.join(';\n');
}

/**
 * Lets the owner, by the function that deletes a tenant, see and delete the rows of that tenant, and change none. Nothing
 * for a table that belongs to no tenant.
 */
export function purgePolicy(table: string): string {
  return `DO $$ BEGIN
    IF EXISTS (SELECT FROM pg_attribute WHERE attrelid = '${table}'::regclass AND attname = 'tenant_id') THEN
      CREATE POLICY ${table}_purge ON ${table} TO CURRENT_ROLE
        USING (tenant_id = nullif(current_setting('app.purging', true), '')::uuid) WITH CHECK (false);
    END IF;
  END $$`;
}
