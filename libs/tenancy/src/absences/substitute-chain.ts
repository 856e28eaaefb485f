/** A stretch of time in which somebody is away, from its first moment until before its end. */
export interface AbsencePeriod {
  userId: string;
  from: Date;
  until: Date;
  substituteId: string | null;
}

/** How many people may stand in for one another in a row. */
export const LONGEST_CHAIN = 5;

/**
 * Whether a further absence would make people stand in for one another in a circle, or in too long a row, at any
 * moment. The known ones must not do so yet, and nobody may have two at once.
 */
export function chainProblem(
  known: readonly AbsencePeriod[],
  planned: AbsencePeriod,
): 'circle' | 'too_long' | null {
  const periods = [...known, planned];
  // Who is away changes only where a period begins; where one ends chains get shorter.
  const moments = periods.map(({ from }) => from).filter((from) => covers(planned, from));
  let tooLong = false;
  for (const moment of moments) {
    const substitutes = substitutesAt(periods, moment);
    const below = stepsBelow(substitutes, planned.userId);
    if (below === null) return 'circle';
    tooLong ||= below + stepsAbove(substitutes, planned.userId) > LONGEST_CHAIN;
  }
  return tooLong ? 'too_long' : null;
}

function covers({ from, until }: AbsencePeriod, moment: Date): boolean {
  return from <= moment && moment < until;
}

function substitutesAt(periods: readonly AbsencePeriod[], moment: Date): Map<string, string> {
  const substitutes = new Map<string, string>();
  for (const period of periods) {
    if (period.substituteId !== null && covers(period, moment)) {
      substitutes.set(period.userId, period.substituteId);
    }
  }
  return substitutes;
}

/** How many stand in for `userId` one after the other; null for a circle. */
function stepsBelow(substitutes: ReadonlyMap<string, string>, userId: string): number | null {
  let steps = 0;
  for (let next = substitutes.get(userId); next !== undefined; next = substitutes.get(next)) {
    steps += 1;
    if (next === userId || steps > substitutes.size) return null;
  }
  return steps;
}

/** The longest row of people that ends at `userId`. */
function stepsAbove(substitutes: ReadonlyMap<string, string>, userId: string): number {
  let steps = 0;
  let above = [userId];
  for (;;) {
    above = [...substitutes].filter(([, substitute]) => above.includes(substitute)).map(([absent]) => absent);
    if (above.length === 0 || steps > substitutes.size) return steps;
    steps += 1;
  }
}
