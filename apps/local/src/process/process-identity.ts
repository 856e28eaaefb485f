import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** A process recorded on disk: the pid alone could meanwhile belong to something else. */
export interface ProcessRecord {
  readonly pid: number;
  readonly identity: string;
}

/** What tells this run of a process from any other with the same pid: when it started, in which boot. */
export function identityOf(pid: number): string | undefined {
  try {
    return process.platform === 'linux' ? linuxIdentity(pid) : portableIdentity(pid);
  } catch {
    return undefined;
  }
}

/** True while exactly the recorded process runs. */
export function isSameProcess(record: ProcessRecord): boolean {
  const identity = identityOf(record.pid);
  return identity !== undefined && identity === record.identity;
}

/** Field 22 of `/proc/<pid>/stat` is the start time; the name before it may contain spaces and brackets. */
export function startTimeOf(stat: string): string {
  const state = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  if (state[0] === 'Z') throw new Error('A zombie has ended.');
  return state[19] ?? '';
}

function linuxIdentity(pid: number): string {
  const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  return `${boot}:${startTimeOf(readFileSync(`/proc/${pid}/stat`, 'utf8'))}`;
}

function portableIdentity(pid: number): string | undefined {
  return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim() || undefined;
}
