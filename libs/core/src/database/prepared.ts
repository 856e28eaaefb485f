import { createHash } from 'node:crypto';
import type { Writable } from 'node:stream';
import { Client } from 'pg';

const names = new Map<string, string>();
/** Each of them costs memory in each connection for as long as that lives. */
const MOST_PREPARED = 300;

/**
 * Marks a statement that each connection shall parse and plan once. Only for statements whose plan is the same whatever
 * the parameters are, such as those by a key; most lists' depends on them. Beyond the first few hundred, statements stay
 * as they are.
 */
export function prepared(sql: string): string {
  if (names.size < MOST_PREPARED && !names.has(sql))
    names.set(sql, createHash('sha256').update(sql).digest('hex').slice(0, 24));
  return sql;
}

export function isPrepared(sql: string): boolean {
  return names.has(sql);
}

/**
 * A statement with each row as one column `row`, of JSON: dates come as text, bytes as `\\x` with hex digits. The driver
 * prepares every column of an answer anew at each execution, which is the dearest part of a short statement that every
 * request runs.
 */
export function rowsAsJson(sql: string): string {
  return `SELECT row_to_json(answer) AS row FROM (${sql}) answer`;
}

type Query = (text: unknown, values?: unknown, callback?: unknown) => unknown;

/**
 * A connection that prepares what is marked so, and sends a statement before the one ahead of it is answered: those of
 * one turn of the event loop leave in one write.
 */
export class PreparingClient extends Client {
  constructor(config: object) {
    super({ ...config, pipeline: true });
    const query = super.query.bind(this) as Query;
    const together = oncePerTurn(this);
    const preparing: Query = (text, values, callback) => {
      together();
      const name = typeof text === 'string' ? names.get(text) : undefined;
      return query(name === undefined ? text : { name, text }, values, callback);
    };
    this.query = preparing as typeof this.query;
  }
}

/** Holds back what is written until the turn ends: a write is a system call, the dearest part of a short statement. */
function oncePerTurn(client: Client): () => void {
  // Behind the public types: the driver corks this stream as well, for the messages of one statement.
  const { connection } = client as unknown as { connection: { stream: Writable } };
  let isHeld = false;
  return () => {
    if (isHeld) return;
    isHeld = true;
    const { stream } = connection;
    stream.cork();
    process.nextTick(() => {
      isHeld = false;
      stream.uncork();
    });
  };
}
