import { spawn } from 'node:child_process';
import { readJson } from '../files/json-file';
import { endLeftovers } from './leftovers';
import { lockFileIn, type LockContent } from './lock';

/**
 * Starts this file as a program that outlives us for a moment: its input closes when we end, however we end, and then
 * it ends what we could not.
 */
export function startGuardian(home: string): void {
  const guardian = spawn(process.execPath, [__filename, home, String(process.pid)], {
    cwd: '/',
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  guardian.on('error', () => undefined);
  guardian.unref();
}

/** Ends what the launcher has left: after an orderly stop there is no lock, after a new start it names another launcher. */
async function endAllOf(home: string, launcher: number): Promise<void> {
  const lock = readJson<LockContent>(lockFileIn(home));
  if (lock?.pid === launcher) await endLeftovers(lock.children);
}

if (require.main === module) {
  const [home = '', launcher] = process.argv.slice(2);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => undefined);
  process.stdin.resume().on('close', () => void endAllOf(home, Number(launcher)));
}
