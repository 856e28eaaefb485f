import type { DataSource } from 'typeorm';

export class TooPrivilegedRoleError extends Error {
  override readonly name = 'TooPrivilegedRoleError';
}

/**
 * Refuses a connection that could step round row-level security.
 * @throws TooPrivilegedRoleError when the role is a superuser, has BYPASSRLS or owns a table.
 */
export async function assertLeastPrivilege(dataSource: DataSource, setting: string): Promise<void> {
  const [role] = await dataSource.query<
    { name: string; rolsuper: boolean; rolbypassrls: boolean; owns: boolean }[]
  >(`
    SELECT rolname AS name, rolsuper, rolbypassrls,
           EXISTS (SELECT FROM pg_class c WHERE c.relowner = r.oid AND c.relkind IN ('r', 'p')) AS owns
    FROM pg_roles r WHERE rolname = current_user`);
  if (role === undefined || role.rolsuper || role.rolbypassrls || role.owns) {
    throw new TooPrivilegedRoleError(
      `${setting} connects as "${role?.name ?? 'unknown'}", which is a superuser, has BYPASSRLS or owns tables. ` +
        'Use the role that the migrations granted its rights to (see docs/reference/configuration.md).',
    );
  }
}
