import { setTimeout as delay } from 'node:timers/promises';
import { LocalStackError, messageOf } from '../terminal/local.errors';
import type { ManagedProcess } from './managed-process';

/**
 * Tries until `attempt` succeeds.
 * @throws LocalStackError when the process ends first, or with the last failure after `timeoutMs`.
 */
export async function waitUntil<T>(
  what: string,
  process: ManagedProcess,
  attempt: () => Promise<T>,
  { timeoutMs = 60_000, everyMs = 50 } = {},
): Promise<T> {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    try {
      return await attempt();
    } catch (cause) {
      if (process.exit) throw process.endedError();
      if (Date.now() > deadline) {
        throw new LocalStackError(`${what} was not ready after ${timeoutMs / 1000} s: ${messageOf(cause)}`, {
          cause,
        });
      }
    }
    await Promise.race([delay(everyMs), process.exited]);
  }
}
