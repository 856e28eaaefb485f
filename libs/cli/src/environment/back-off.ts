const FIRST_MS = 500;
const LONGEST_MS = 15_000;

/** How long to wait before the attempt; spread, so that agents do not come back to a gateway all at once. */
export function backOffMs(attempt: number): number {
  return Math.min(FIRST_MS * 2 ** attempt, LONGEST_MS) * (0.8 + 0.4 * Math.random());
}
