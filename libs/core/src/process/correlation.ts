import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';

const storage = new AsyncLocalStorage<string>();
const ACCEPTED = /^[\w.:/+-]{1,128}$/;

/** The id that follows one request through HTTP or MCP, Temporal and the outbox into every log line. */
export function currentCorrelationId(): string {
  return storage.getStore() ?? 'none';
}

export function runWithCorrelation<T>(id: string | undefined, work: () => T): T {
  return storage.run(acceptCorrelationId(id), work);
}

/** A caller's id is kept when it is short and harmless in a log; otherwise a new one is drawn. */
export function acceptCorrelationId(id: string | undefined): string {
  return id !== undefined && ACCEPTED.test(id) ? id : randomUUID();
}
