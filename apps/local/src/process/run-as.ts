import { execFileSync, spawnSync } from 'node:child_process';

/** The user a program runs as; empty for "as we are". */
export interface RunAs {
  readonly uid?: number;
  readonly gid?: number;
}

/** Postgres refuses to run as root, so root runs it as the user `postgres` or, where there is none, `nobody`. */
export function databaseUser(): RunAs {
  if (process.getuid?.() !== 0) return {};
  return lookUp('postgres') ?? lookUp('nobody') ?? { uid: 65534, gid: 65534 };
}

/** True when that user can work in the folder: every folder above it lets them pass. */
export function canWriteIn(folder: string, user: RunAs): boolean {
  return succeeds('/bin/sh', ['-c', 'cd "$0" && test -w .', folder], user);
}

/** True when that user can run the program, with all that it links to. */
export function succeeds(command: string, args: readonly string[], user: RunAs): boolean {
  return spawnSync(command, [...args], { ...user, cwd: '/', stdio: 'ignore', timeout: 60_000 }).status === 0;
}

function lookUp(name: string): RunAs | undefined {
  try {
    return { uid: idOf('-u', name), gid: idOf('-g', name) };
  } catch {
    return undefined;
  }
}

function idOf(flag: string, name: string): number {
  return Number(
    execFileSync('id', [flag, name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim(),
  );
}
