import type { DataSource } from 'typeorm';

export interface DatabaseRole {
  name: string;
  /** What is wrong with it; empty when it is as it should be. */
  problems: string[];
}

/** What the roles of the servers must be: see docs/guides/production.md. */
const SERVER_ROLES = ['orkestra_app', 'orkestra_system'];

interface RoleRow {
  name: string;
  login: boolean;
  super: boolean;
  bypass: boolean;
  creates: boolean;
  owns: boolean;
  member: boolean;
  connects: boolean;
}

/** The three roles as Postgres knows them. */
export async function checkRoles(owner: DataSource): Promise<DatabaseRole[]> {
  const rows = await owner.query<RoleRow[]>(ROLES, [SERVER_ROLES]);
  const missing = SERVER_ROLES.filter((name) => !rows.some((row) => row.name === name));
  return [
    ...rows.map((row) => ({ name: row.name, problems: problemsOf(row) })),
    ...missing.map((name) => ({ name, problems: ['does not exist'] })),
  ];
}

function problemsOf(row: RoleRow): string[] {
  const isServer = SERVER_ROLES.includes(row.name);
  const checks: [boolean, string][] = [
    [row.super, 'is a superuser'],
    [row.bypass, 'has BYPASSRLS'],
    [isServer && row.creates, 'may create roles or databases'],
    [isServer && row.owns, 'owns tables'],
    [isServer && row.member, 'is a member of the owner of the tables'],
    [isServer && !row.login, 'may not log in'],
    [!row.connects, 'may not connect to this database'],
  ];
  return checks.filter(([wrong]) => wrong).map(([, problem]) => problem);
}

const ROLES = `
  SELECT r.rolname AS name, r.rolcanlogin AS login, r.rolsuper AS super, r.rolbypassrls AS bypass,
         r.rolcreaterole OR r.rolcreatedb AS creates,
         has_database_privilege(r.oid, current_database(), 'CONNECT') AS connects,
         r.rolname <> current_user AND pg_has_role(r.oid, current_user, 'MEMBER') AS member,
         EXISTS (SELECT FROM pg_class c WHERE c.relowner = r.oid AND c.relkind IN ('r', 'p')) AS owns
  FROM pg_roles r WHERE r.rolname = ANY($1::name[]) OR r.rolname = current_user ORDER BY r.rolname`;
