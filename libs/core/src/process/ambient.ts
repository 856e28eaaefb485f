import { AsyncLocalStorage } from 'node:async_hooks';

/** What accompanies a piece of work wherever it waits. */
interface Ambient {
  readonly correlationId?: string;
  /** Aborts once nobody waits any more for what the work would answer. */
  readonly givenUp?: AbortSignal;
}

const NOTHING: Ambient = {};
/** One for all of it: each storage costs at every promise. */
const storage = new AsyncLocalStorage<Ambient>();

export function ambient(): Ambient {
  return storage.getStore() ?? NOTHING;
}

/** Runs `work` with what is around it already, and `more`. */
export function runWithin<T>(more: Ambient, work: () => T): T {
  return storage.run({ ...ambient(), ...more }, work);
}
