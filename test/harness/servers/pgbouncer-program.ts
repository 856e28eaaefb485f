import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { type DebianPackage, unpackedDebian } from './debian-package';

export interface PgBouncerProgram {
  command: string;
  args: readonly string[];
}

/** The first that knows prepared statements. */
const OLDEST = [1, 21] as const;

/** Newer than what Debian 12 has, with the libraries that it was built for. */
const PACKAGE: DebianPackage = {
  suite: 'trixie',
  name: 'pgbouncer',
  with: [
    ...['libaudit1', 'libc6', 'libcap-ng0', 'libcap2', 'libcares2', 'libevent-2.1-7t64', 'libpam0g'],
    ...['libssl3t64', 'libsystemd0', 'libzstd1', 'zlib1g'],
  ],
};

/** Whether one that is new enough is on the PATH, or may be fetched: PGBOUNCER=fetch, as `npm run test:pgbouncer` sets it. */
export function hasPgBouncer(): boolean {
  return process.env['PGBOUNCER'] === 'fetch' || isNewEnough('pgbouncer');
}

/** The one on the PATH, otherwise that of Debian 13, which runs on Debian and x86-64. */
export async function findPgBouncer(): Promise<PgBouncerProgram> {
  if (isNewEnough('pgbouncer')) return { command: 'pgbouncer', args: [] };
  const folder = await unpackedDebian(PACKAGE);
  const libraries = join(folder, 'usr/lib/x86_64-linux-gnu');
  return {
    command: join(libraries, 'ld-linux-x86-64.so.2'),
    args: ['--library-path', libraries, join(folder, 'usr/sbin/pgbouncer')],
  };
}

function isNewEnough(program: string): boolean {
  try {
    const text = execFileSync(program, ['--version'], { encoding: 'utf8', stdio: 'pipe' });
    const [major = 0, minor = 0] = (/(\d+)\.(\d+)/.exec(text) ?? []).slice(1).map(Number);
    return major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1]);
  } catch {
    return false;
  }
}
