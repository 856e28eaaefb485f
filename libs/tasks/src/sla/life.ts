/** How much of its life a task has left at least after the last moment of its plan. */
const AFTER_LAST_MS = 7 * 24 * 3_600_000;

/** The moment at which a task expires that has to live past the last moment of its plan. */
export function lifePast(expiresAt: Date, last: Date | null): Date {
  if (last === null || last < expiresAt) return expiresAt;
  return new Date(last.getTime() + AFTER_LAST_MS);
}

/** The latest of a due date and the moments of steps; null without any. */
export function lastMoment(dueAt: Date | null, steps: readonly { at: Date }[]): Date | null {
  const moments = [...(dueAt === null ? [] : [dueAt]), ...steps.map(({ at }) => at)];
  return moments.reduce<Date | null>((last, at) => (last === null || at > last ? at : last), null);
}

/** What is wrong with a time to live that somebody chose; null for nothing. */
export function lifeProblem(timeToLiveMs: number, now: Date, last: Date | null): string | null {
  if (last === null || last.getTime() - now.getTime() <= timeToLiveMs) return null;
  return `would end the task before ${last.toISOString()}, when it is due or its chain comes to its end`;
}
