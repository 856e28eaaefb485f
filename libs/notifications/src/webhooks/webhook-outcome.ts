const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** How long it waits after each failure: a little more than three days together, as Standard Webhooks recommends. */
const WAITS_MS: readonly number[] = [
  ...[5_000, 5 * MINUTE_MS, 30 * MINUTE_MS],
  ...[2, 5, 10, 14, 20, 24].map((hours) => hours * HOUR_MS),
];
const LONGEST_ASKED_MS = DAY_MS;
/** An endpoint where nothing has arrived for so long is switched off. */
const FAILING_FOR_MS = 3 * DAY_MS;
/** Nobody wants it any more. */
const GONE = 410;

/** What came of sending it once. */
export interface WebhookTry {
  at: Date;
  url: string;
  durationMs: number;
  /** What was answered; null where nothing was. */
  status: number | null;
  /** The beginning of the answer. */
  body: string | null;
  /** Why it counts as not arrived; null where it has. */
  problem: string | null;
  /** As the other side asks, in milliseconds. */
  retryAfterMs?: number | undefined;
}

/** What is done next: nothing, since it has arrived or was given up, or it is tried again. */
export type WebhookOutcome = { status: 'sent' | 'dead' } | { status: 'pending'; nextAt: Date };

/**
 * @param attempts with this one
 * @param random from 0 to 1: no two wait equally long
 */
export function outcomeOf(
  { status, problem, retryAfterMs = 0 }: WebhookTry,
  attempts: number,
  now: Date,
  random: number,
): WebhookOutcome {
  if (problem === null) return { status: 'sent' };
  const wait = WAITS_MS[attempts - 1];
  if (status === GONE || wait === undefined) return { status: 'dead' };
  const jittered = wait * (0.8 + 0.4 * random);
  return {
    status: 'pending',
    nextAt: new Date(now.getTime() + Math.max(jittered, Math.min(retryAfterMs, LONGEST_ASKED_MS))),
  };
}

/** Why the endpoint is switched off after that; null where it stays on. */
export function disablingReason(
  { status, problem }: WebhookTry,
  failingSince: Date,
  now: Date,
): 'gone' | 'failing' | null {
  if (problem === null) return null;
  if (status === GONE) return 'gone';
  return now.getTime() - failingSince.getTime() >= FAILING_FOR_MS ? 'failing' : null;
}

/** A header `Retry-After`, in seconds or as a date; in milliseconds. */
export function retryAfterOf(header: string | null, now: Date): number | undefined {
  if (header === null) return undefined;
  const ms = /^\d+$/.test(header) ? Number(header) * 1_000 : Date.parse(header) - now.getTime();
  return Number.isFinite(ms) && ms > 0 ? ms : undefined;
}
