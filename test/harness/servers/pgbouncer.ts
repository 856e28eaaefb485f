import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ManagedProcess } from '../../../apps/local/src';
import { asAdmin } from '../database/test-database';
import { eventually } from '../eventually';
import { guard, testRun } from '../run/test-run';
import type { PgBouncerProgram } from './pgbouncer-program';
import { freePort } from './ports';

interface PgBouncerOptions {
  mode: 'transaction' | 'session';
  /** Connections to Postgres for each user and database. */
  poolSize: number;
  settings?: Record<string, string>;
}

const ADMIN = { name: 'console', password: 'of the console' };

/** A real PgBouncer before the Postgres of the run. */
export class PgBouncer {
  private constructor(
    private readonly process: ManagedProcess,
    private readonly folder: string,
    private readonly port: number,
  ) {}

  static async start(program: PgBouncerProgram, options: PgBouncerOptions): Promise<PgBouncer> {
    const folder = mkdtempSync(join(tmpdir(), 'orkestra-pgbouncer-'));
    chmodSync(folder, 0o755);
    const port = await freePort();
    writeFileSync(join(folder, 'pgbouncer.ini'), configuration(folder, port, options));
    const users = ['app', 'system', 'owner'].map((role) => `"orkestra_${role}" "test"\n`).join('');
    writeFileSync(join(folder, 'users.txt'), `${users}"${ADMIN.name}" "${ADMIN.password}"\n`);
    const started = await ManagedProcess.start({
      ...{ name: 'pgbouncer', command: program.command },
      args: [...program.args, join(folder, 'pgbouncer.ini')],
      logFile: join(testRun.folder, 'logs', `pgbouncer-${options.mode}.log`),
    });
    guard(started);
    const pgbouncer = new PgBouncer(started, folder, port);
    await eventually(() => pgbouncer.show('VERSION'));
    return pgbouncer;
  }

  /** The address of `url` by way of PgBouncer. */
  through(url: string): string {
    const by = new URL(url);
    by.port = String(this.port);
    return by.href;
  }

  /** What its console answers to SHOW. */
  async show(what: string): Promise<Record<string, string>[]> {
    const url = new URL(`postgres://127.0.0.1:${this.port}/pgbouncer`);
    [url.username, url.password] = [ADMIN.name, encodeURIComponent(ADMIN.password)];
    return asAdmin(
      async (console) => (await console.query<Record<string, string>>(`SHOW ${what}`)).rows,
      url.href,
    );
  }

  async stop(): Promise<void> {
    await this.process.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

function configuration(folder: string, port: number, { mode, poolSize, settings }: PgBouncerOptions): string {
  const { hostname, port: behind } = new URL(testRun.postgresAdminUrl);
  const lines = {
    ...{ listen_addr: '127.0.0.1', listen_port: port, unix_socket_dir: '' },
    ...{ auth_type: 'scram-sha-256', auth_file: join(folder, 'users.txt'), admin_users: ADMIN.name },
    ...{ pool_mode: mode, default_pool_size: poolSize, max_client_conn: 500 },
    // It refuses to stay root.
    ...(process.getuid?.() === 0 ? { user: 'nobody' } : {}),
    ...settings,
  };
  const text = Object.entries(lines).map(([name, value]) => `${name} = ${value}\n`);
  return `[databases]\n* = host=${hostname} port=${behind}\n[pgbouncer]\n${text.join('')}`;
}
