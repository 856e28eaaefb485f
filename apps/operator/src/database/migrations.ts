import type { DataSource } from 'typeorm';
import { migrationDataSource } from '../../../../ormconfig';
import type { Environment } from '../command-line/environment';
import { EXIT } from '../command-line/exit-code';
import { MissingSettingError, OperatorError } from '../command-line/operator.errors';

/** Of the advisory lock by which one migration waits for another. */
const LOCK = 7_265_002;

/**
 * Gives `work` a connection of the role that owns the tables.
 * @throws MissingSettingError
 */
export async function asOwner<T>(env: Environment, work: (owner: DataSource) => Promise<T>): Promise<T> {
  const url = env['MIGRATION_DATABASE_URL'];
  if (!url) throw new MissingSettingError(['MIGRATION_DATABASE_URL']);
  const owner = await migrationDataSource(url).initialize();
  try {
    return await work(owner);
  } finally {
    await owner.destroy();
  }
}

/** Runs what is missing, all of it or none; of two at once the second waits and finds nothing to do. */
export async function migrate(owner: DataSource): Promise<string[]> {
  await refuseSuperuser(owner);
  const lock = owner.createQueryRunner();
  try {
    await lock.query('SELECT pg_advisory_lock($1)', [LOCK]);
    return (await owner.runMigrations({ transaction: 'all' })).map(({ name }) => name);
  } finally {
    await lock.query('SELECT pg_advisory_unlock($1)', [LOCK]).catch(() => undefined);
    await lock.release();
  }
}

/** What it makes would belong to the superuser, and no server may connect as one. */
export async function refuseSuperuser(owner: DataSource): Promise<void> {
  const [role] = await owner.query<{ name: string; risky: boolean }[]>(
    'SELECT rolname AS name, rolsuper OR rolbypassrls AS risky FROM pg_roles WHERE rolname = current_user',
  );
  if (!role?.risky) return;
  const message = `MIGRATION_DATABASE_URL connects as "${role.name}", a superuser or one with BYPASSRLS. Use orkestra_owner.`;
  throw new OperatorError(EXIT.refused, 'database.too_privileged', message);
}

/** Names of the migrations of this version that have not run, and of those that ran and this version does not know. */
export async function compareMigrations(
  owner: DataSource,
): Promise<{ pending: string[]; unknown: string[] }> {
  const known = owner.migrations.map((one) => one.name ?? one.constructor.name);
  const [table] = await owner.query<{ there: boolean }[]>(
    `SELECT to_regclass('migrations') IS NOT NULL AS there`,
  );
  const ran = table?.there
    ? await owner.query<{ name: string }[]>('SELECT name FROM migrations ORDER BY id')
    : [];
  const names = ran.map(({ name }) => name);
  return {
    pending: known.filter((name) => !names.includes(name)),
    unknown: names.filter((name) => !known.includes(name)),
  };
}
