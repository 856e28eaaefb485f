import { QueryFailedError, QueryRunnerAlreadyReleasedError } from 'typeorm';
import { DatabaseUnavailableError, type Outage } from './database.errors';

/** By SQLSTATE, or by the two characters of its class. */
const STATES: Readonly<Record<string, Outage>> = {
  '08': 'unreachable',
  '28': 'unreachable',
  '3D': 'unreachable',
  '53': 'busy',
  '53100': 'full',
  '57P': 'unreachable',
  '58': 'unreachable',
  '25006': 'read_only',
  // A statement, a wait for a lock, and a transaction that took too long; serialization and deadlock.
  '57014': 'held_up',
  '55P03': 'held_up',
  '25P03': 'held_up',
  '25P04': 'held_up',
  '40001': 'held_up',
  '40P01': 'held_up',
};

const NETWORK =
  /^(ECONNREFUSED|ECONNRESET|ECONNABORTED|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|EHOSTDOWN|ENETUNREACH|ENETDOWN|ENOENT)$/;

/** What pg, its pool and TypeORM say without a code. */
const SAID: readonly [RegExp, Outage][] = [
  [/^timeout exceeded when trying to connect/, 'busy'],
  [/^(Connection terminated|timeout expired|Query read timeout)/, 'unreachable'],
  [/is not queryable$/, 'unreachable'],
  [/^Cannot use a pool after calling end/, 'unreachable'],
  [/^Driver not Connected/, 'unreachable'],
];

/**
 * The one place that tells an outage of the database from a fault of ours.
 * @param error what a query, or the opening of a connection, failed with
 * @returns undefined for everything else
 */
export function outageOf(error: unknown): DatabaseUnavailableError | undefined {
  const cause: unknown = error instanceof QueryFailedError ? error.driverError : error;
  if (cause instanceof QueryRunnerAlreadyReleasedError) return unavailable('unreachable', 'released', cause);
  if (!(cause instanceof Error)) return undefined;
  const { code } = cause as { code?: unknown };
  if (typeof code !== 'string') return bySaying(cause);
  if (NETWORK.test(code)) return unavailable('unreachable', code, cause);
  const outage = STATES[code] ?? STATES[code.slice(0, 3)] ?? STATES[code.slice(0, 2)];
  return outage === undefined ? undefined : unavailable(outage, code, cause);
}

function bySaying(cause: Error): DatabaseUnavailableError | undefined {
  const known = SAID.find(([pattern]) => pattern.test(cause.message));
  return known && unavailable(known[1], known[1], cause);
}

function unavailable(outage: Outage, sign: string, cause: unknown): DatabaseUnavailableError {
  return new DatabaseUnavailableError(outage, sign, cause);
}
