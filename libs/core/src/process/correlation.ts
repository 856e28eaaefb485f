import { randomUUID } from 'node:crypto';
import { ambient, runWithin } from './ambient';

const ACCEPTED = /^[\w.:/+-]{1,128}$/;

/** The id that follows one request through HTTP or MCP, Temporal and the outbox into every log line. */
export function currentCorrelationId(): string {
  return ambient().correlationId ?? 'none';
}

export function runWithCorrelation<T>(id: string | undefined, work: () => T): T {
  return runWithin({ correlationId: acceptCorrelationId(id) }, work);
}

/** A caller's id is kept when it is short and harmless in a log; otherwise a new one is drawn. */
export function acceptCorrelationId(id: string | undefined): string {
  return id !== undefined && ACCEPTED.test(id) ? id : randomUUID();
}
