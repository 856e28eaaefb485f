import type { DataSource } from 'typeorm';
import type { Environment } from '../command-line/environment';
import { compareMigrations } from './migrations';
import { checkRoles } from './role-checks.queries';
import { checkServerUrls } from './server-urls';

/** transaction_timeout is new in it. */
export const OLDEST_SERVER = 170_000;

export type DatabaseState = Awaited<ReturnType<typeof lookAtDatabase>>;

/** What `db status` and `doctor` tell of a database, as its owner sees it. */
export async function lookAtDatabase(owner: DataSource, env: Environment) {
  const [version] = await owner.query<{ name: string; number: number }[]>(
    `SELECT current_setting('server_version') AS name, current_setting('server_version_num')::int AS number`,
  );
  return {
    server: version?.name ?? 'unknown',
    serverTooOld: (version?.number ?? 0) < OLDEST_SERVER,
    migrations: await compareMigrations(owner),
    roles: await checkRoles(owner),
    urls: await checkServerUrls(owner, env),
  };
}

export const TOO_OLD = 'The server is too old: Orkestra needs PostgreSQL 17 or newer.';

export function migrationProblems({ migrations: { pending, unknown } }: DatabaseState): string[] {
  return [
    ...(pending.length === 0 ? [] : [`Not run yet, by \`orkestra db migrate\`: ${pending.join(', ')}`]),
    ...(unknown.length === 0
      ? []
      : [`Of a newer version of Orkestra than this command: ${unknown.join(', ')}`]),
  ];
}

export function roleProblems({ roles, urls }: DatabaseState): string[] {
  return [
    ...roles.flatMap(({ name, problems }) => problems.map((problem) => `The role ${name} ${problem}`)),
    ...urls,
  ];
}
