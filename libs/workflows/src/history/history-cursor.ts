import { decodeCursor, encodeCursor, InvalidCursorError } from '@orkestra/core';
import { createHmac, timingSafeEqual } from 'node:crypto';

/** Where a page of a run's history begins. */
export interface HistoryPlace {
  runId: string;
  /** Temporal's own token of the page that it begins in, base64; empty for the first. */
  token: string;
  /** The last event that was read. */
  after: number;
}

/** What a cursor is good for: one workflow of one tenant, whose secret signs it. */
export interface HistoryOf {
  secret: Buffer;
  workflowId: string;
}

export function writeHistoryCursor(of: HistoryOf, { runId, token, after }: HistoryPlace): string {
  const place = [runId, token, after];
  return encodeCursor([...place, sign(of, place).toString('base64url')]);
}

/**
 * Temporal takes its tokens on trust: one that was made up could lead into another workflow.
 * @throws InvalidCursorError for any cursor but one that this list gave out for the workflow
 */
export function readHistoryCursor(of: HistoryOf, cursor: string): HistoryPlace {
  const [runId, token, after, signature] = decodeCursor(cursor, 4);
  if (typeof runId !== 'string' || typeof token !== 'string' || typeof signature !== 'string')
    throw new InvalidCursorError();
  if (typeof after !== 'number') throw new InvalidCursorError();
  const given = Buffer.from(signature, 'base64url');
  const expected = sign(of, [runId, token, after]);
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) throw new InvalidCursorError();
  return { runId, token, after };
}

function sign({ secret, workflowId }: HistoryOf, place: readonly unknown[]): Buffer {
  return createHmac('sha256', secret)
    .update(JSON.stringify([workflowId, ...place]))
    .digest();
}
