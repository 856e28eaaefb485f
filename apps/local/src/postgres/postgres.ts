import { chownSync, existsSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Client } from 'pg';
import { LocalStackError, messageOf } from '../terminal/local.errors';
import { ManagedProcess } from '../process/managed-process';
import { resolvePostgresBinaries } from './postgres-binaries';
import { openPostgresData, type PostgresData } from './postgres-data';
import { databaseUser } from '../process/run-as';
import { waitUntil } from '../process/wait-until';

export interface PostgresOptions {
  /** The folder that holds (or points to) the cluster; it must exist. */
  readonly home: string;
  readonly port: number;
  /** Of the superuser `postgres`; it stays the one of the first start. */
  readonly password: string;
  readonly logFile: string;
  /** More server settings, such as `{ fsync: 'off' }` for a cluster that is thrown away. */
  readonly settings?: Readonly<Record<string, string | number>>;
  /** Told as soon as a process exists, before it is ready; that which makes the cluster is one, too. */
  readonly onProcess?: (process: ManagedProcess) => void;
}

export interface RunningPostgres {
  readonly process: ManagedProcess;
  /** As superuser; for creating roles and databases only. */
  readonly adminUrl: string;
}

/** Starts the embedded PostgreSQL on 127.0.0.1, making its cluster at the first start, and waits until it answers. */
export async function startPostgres(options: PostgresOptions): Promise<RunningPostgres> {
  const data = openPostgresData(options.home, databaseUser());
  const binaries = resolvePostgresBinaries(data.user);
  const cluster = await openCluster(binaries.initdb, data, options);
  const process = await ManagedProcess.start({
    name: 'postgres',
    command: binaries.postgres,
    args: ['-D', cluster, '-p', String(options.port), ...serverSettings(options)],
    logFile: options.logFile,
    cwd: '/',
    stopSignal: 'SIGINT',
    killSignal: 'SIGQUIT',
    onProcess: options.onProcess,
    ...data.user,
  });
  const adminUrl = `postgres://postgres:${encodeURIComponent(options.password)}@127.0.0.1:${options.port}/postgres`;
  try {
    await waitUntil('Postgres', process, () => ping(adminUrl));
    return { process, adminUrl };
  } catch (error) {
    await process.stop();
    throw error;
  }
}

function serverSettings({ settings = {} }: PostgresOptions): string[] {
  const all = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: 200,
    ...settings,
  };
  return Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

/** Makes the cluster beside its place and moves it there when it is whole, so that a start cut short leaves none. */
async function openCluster(
  initdb: string,
  { folder, user }: PostgresData,
  { password, logFile, onProcess }: PostgresOptions,
): Promise<string> {
  const cluster = join(folder, 'cluster');
  if (existsSync(cluster)) return cluster;
  const unfinished = join(folder, 'unfinished');
  const passwordFile = join(folder, 'password');
  rmSync(unfinished, { recursive: true, force: true });
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (user.uid !== undefined && user.gid !== undefined) chownSync(passwordFile, user.uid, user.gid);
  const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  const access = ['--username=postgres', '--auth=scram-sha-256', `--pwfile=${passwordFile}`];
  try {
    const process = await ManagedProcess.start({
      name: 'initdb',
      command: initdb,
      args: [`--pgdata=${unfinished}`, ...access, ...locale],
      logFile: join(dirname(logFile), 'initdb.log'),
      cwd: '/',
      onProcess,
      ...user,
    });
    const { code } = await process.exited;
    if (code !== 0) throw process.endedError();
  } catch (cause) {
    rmSync(unfinished, { recursive: true, force: true });
    throw new LocalStackError(`The database in ${folder} could not be made: ${messageOf(cause)}`, { cause });
  } finally {
    rmSync(passwordFile, { force: true });
  }
  renameSync(unfinished, cluster);
  return cluster;
}

async function ping(url: string): Promise<void> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
  client.on('error', () => undefined);
  await client.connect();
  await client.end();
}
