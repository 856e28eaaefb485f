/** What a push service says of one push. The problem is empty where there is none. */
export type Answer =
  | { kind: 'taken'; problem: '' }
  /** The browser is no longer there under this endpoint. */
  | { kind: 'gone'; problem: string }
  | { kind: 'later'; problem: string; afterMs?: number | undefined }
  | { kind: 'refused'; problem: string };

const LONGEST_WAIT_MS = 6 * 3_600_000;

/** RFC 8030 and RFC 8292: 404 and 410 for good; 401 and 403 may be our clock; what is too large stays too large. */
export function answerOf({ status, headers, ok }: Response, now = Date.now()): Answer {
  if (ok) return { kind: 'taken', problem: '' };
  const problem = `The push service says ${status}.`;
  if (status === 404 || status === 410) return { kind: 'gone', problem };
  if (status === 429 || status >= 500)
    return { kind: 'later', problem, afterMs: waitOf(headers.get('retry-after'), now) };
  if (status === 401 || status === 403) return { kind: 'later', problem };
  return { kind: 'refused', problem };
}

export function unanswered(error: unknown): Answer {
  return { kind: 'later', problem: error instanceof Error ? error.message : String(error) };
}

/** Seconds, or a date. */
function waitOf(text: string | null, now: number): number | undefined {
  if (text === null) return undefined;
  const seconds = Number(text);
  const ms = Number.isFinite(seconds) ? seconds * 1_000 : Date.parse(text) - now;
  return ms > 0 ? Math.min(ms, LONGEST_WAIT_MS) : undefined;
}
