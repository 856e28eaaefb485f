import { setTimeout as delay } from 'node:timers/promises';

/** How long to wait for people. */
export interface WaitOptions {
  /** Ends the wait by throwing the signal's reason; the request stays open. */
  signal?: AbortSignal;
  /** Ends the wait with an `ApprovalPendingError`; the request stays open. Without one it lasts as long as it takes. */
  deadline?: Date;
}

const FIRST_MS = 500;
const LONGEST_MS = 30_000;

/** Waits longer after each attempt, spread so that agents do not come back all at once. Ends early by the signal. */
export async function backOff(attempt: number, { signal, deadline }: WaitOptions): Promise<void> {
  const ms = Math.min(FIRST_MS * 2 ** attempt, LONGEST_MS) * (0.8 + 0.4 * Math.random());
  await delay(Math.min(ms, msUntil(deadline)), undefined, { signal }).catch(() => undefined);
  signal?.throwIfAborted();
}

export function msUntil(deadline: Date | undefined): number {
  return deadline === undefined ? Infinity : Math.max(0, deadline.getTime() - Date.now());
}
