import { Client } from 'pg';
import type { Environment } from '../command-line/environment';
import { failureOf } from '../command-line/failure';
import { lookAtDatabase, migrationProblems, OLDEST_SERVER, roleProblems } from './database-state';
import { asOwner } from './migrations';

/** What `orkestra doctor` says of one thing. */
interface Finding {
  readonly check: string;
  readonly state: 'ok' | 'warn' | 'fail' | 'skipped';
  readonly message: string;
  readonly repair?: string;
}

interface DatabaseExamination {
  readonly findings: readonly Finding[];
  /** By how many milliseconds the clock of Postgres is ahead of this one, give or take `uncertaintyMs`. */
  readonly clock?: { readonly aheadMs: number; readonly uncertaintyMs: number };
}

const URLS = ['MIGRATION_DATABASE_URL', 'DATABASE_URL', 'SYSTEM_DATABASE_URL'] as const;
const ROLES = { DATABASE_URL: 'orkestra_app', SYSTEM_DATABASE_URL: 'orkestra_system' } as const;

/** Looks at the database that the settings lead to, as far as they do. Changes nothing and never throws. */
export async function examineDatabase(env: Environment): Promise<DatabaseExamination> {
  const setting = URLS.find((name) => env[name]);
  if (setting === undefined) return { findings: [] };
  try {
    const { version, number, clock } = await meet(env[setting] ?? '');
    const found = { check: 'postgres', state: 'ok', message: `PostgreSQL ${version} answers.` } as const;
    const server = number < OLDEST_SERVER ? tooOld(version) : found;
    const rest = setting === 'MIGRATION_DATABASE_URL' ? await asItsOwner(env) : await asServers(env);
    return { findings: [server, ...rest], clock };
  } catch (error) {
    return { findings: [unreachable(setting, error, env)] };
  }
}

async function meet(url: string) {
  const client = new Client({
    connectionString: url,
    connectionTimeoutMillis: 10_000,
    statement_timeout: 10_000,
    query_timeout: 10_000,
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const before = Date.now();
    const { rows } = await client.query<{ version: string; number: number; now: string; role: string }>(
      `SELECT current_setting('server_version') AS version, current_setting('server_version_num')::int AS number,
         extract(epoch FROM clock_timestamp()) * 1000 AS now, current_user AS role`,
    );
    const after = Date.now();
    const [row] = rows as [(typeof rows)[number]];
    const clock = { aheadMs: Number(row.now) - (before + after) / 2, uncertaintyMs: (after - before) / 2 };
    return { ...row, clock };
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function asItsOwner(env: Environment): Promise<Finding[]> {
  const state = await asOwner(env, (owner) => lookAtDatabase(owner, env));
  const migrations = migrationProblems(state);
  const roles = roleProblems(state);
  const isNewer = state.migrations.unknown.length > 0;
  return [
    migrations.length === 0
      ? { check: 'migrations', state: 'ok', message: 'Every migration of this version has run.' }
      : {
          check: 'migrations',
          state: 'fail',
          message: migrations.join('. '),
          repair: isNewer ? 'Install the version of Orkestra that made the tables.' : 'orkestra db migrate',
        },
    roles.length === 0
      ? { check: 'database roles', state: 'ok', message: 'The three roles are as they should be.' }
      : {
          check: 'database roles',
          state: 'fail',
          message: roles.join('. '),
          repair: 'See docs/guides/production.md for the three roles and their URLs.',
        },
  ];
}

/** A server has no URL of the owner, which alone sees the migrations. */
async function asServers(env: Environment): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const [name, role] of Object.entries(ROLES)) {
    if (!env[name]) continue;
    findings.push(await roleOf(name, role, env));
  }
  const message = 'MIGRATION_DATABASE_URL is not set, and only the owner of the tables sees them.';
  return [...findings, { check: 'migrations', state: 'skipped', message }];
}

async function roleOf(setting: string, role: string, env: Environment): Promise<Finding> {
  const check = 'database roles';
  try {
    const { role: own } = await meet(env[setting] ?? '');
    if (own === role) return { check, state: 'ok', message: `${setting} connects as ${role}.` };
    const message = `${setting} connects as ${own}.`;
    return { check, state: 'fail', message, repair: `Set it to a URL of the role ${role}.` };
  } catch (error) {
    return { ...unreachable(setting, error, env), check };
  }
}

function tooOld(version: string): Finding {
  return {
    check: 'postgres',
    state: 'fail',
    message: `PostgreSQL ${version} is too old.`,
    repair: 'Upgrade it to 17 or newer.',
  };
}

function unreachable(setting: string, error: unknown, env: Environment): Finding {
  return {
    check: 'postgres',
    state: 'fail',
    message: `${setting} does not connect: ${failureOf(error, env).message}`,
    repair: `Start Postgres, or correct host, port and password in ${setting}.`,
  };
}
