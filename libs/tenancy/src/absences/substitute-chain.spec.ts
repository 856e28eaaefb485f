import fc from 'fast-check';
import { type AbsencePeriod, chainProblem, LONGEST_CHAIN } from './substitute-chain';

const absence = (
  userId: string,
  substituteId: string | null,
  from: number,
  until: number,
): AbsencePeriod => ({
  userId,
  substituteId,
  from: new Date(from),
  until: new Date(until),
});

describe('chainProblem', () => {
  it('refuses a circle only where the absences meet', () => {
    const known = [absence('b', 'c', 0, 10), absence('c', 'a', 5, 15)];
    expect(chainProblem(known, absence('a', 'b', 0, 10))).toBe('circle');
    expect(chainProblem(known, absence('a', 'b', 0, 5))).toBeNull();
    expect(chainProblem(known, absence('a', 'b', 10, 20))).toBeNull();
    expect(chainProblem(known, absence('a', null, 0, 10))).toBeNull();
    expect(chainProblem([absence('b', 'a', 0, 10)], absence('a', 'b', 0, 10))).toBe('circle');
  });

  it('lets five stand in for one another in a row, counting both ends', () => {
    const row = [
      absence('b', 'c', 0, 9),
      absence('c', 'd', 0, 9),
      absence('d', 'e', 0, 9),
      absence('e', 'f', 0, 9),
    ];
    expect(chainProblem(row, absence('a', 'b', 0, 9))).toBeNull();
    expect(chainProblem([...row, absence('f', 'g', 8, 20)], absence('a', 'b', 0, 9))).toBe('too_long');
    expect(chainProblem([...row, absence('f', 'g', 9, 20)], absence('a', 'b', 0, 9))).toBeNull();
    expect(chainProblem([absence('a', 'b', 0, 9), ...row], absence('f', 'g', 0, 9))).toBe('too_long');
    const gap = row.filter(({ userId }) => userId !== 'd');
    expect(
      chainProblem([absence('a', 'b', 0, 9), absence('f', 'g', 0, 9), ...gap], absence('d', 'e', 0, 9)),
    ).toBe('too_long');
  });

  it('ends also where a circle was written past it', () => {
    const broken = [absence('a', 'b', 0, 9), absence('b', 'a', 0, 9)];
    expect(chainProblem(broken, absence('x', 'a', 0, 9))).toBe('circle');
    expect(chainProblem([absence('y', 'b', 0, 9), ...broken], absence('z', 'y', 0, 9))).toBe('circle');
  });

  it('accepts exactly what leaves every moment with short chains that end', () => {
    const period = fc
      .record({
        user: fc.integer({ min: 0, max: 8 }),
        substitute: fc.integer({ min: 0, max: 8 }),
        from: fc.integer({ min: 0, max: 20 }),
        length: fc.integer({ min: 1, max: 15 }),
      })
      .filter(({ user, substitute }) => user !== substitute)
      .map(({ user, substitute, from, length }) => absence(`${user}`, `${substitute}`, from, from + length));
    fc.assert(
      fc.property(fc.array(period, { minLength: 5, maxLength: 40 }), (wanted) => {
        const known: AbsencePeriod[] = [];
        for (const next of wanted) {
          if (
            known.some(
              (other) => other.userId === next.userId && other.from < next.until && other.until > next.from,
            )
          )
            continue;
          const problem = chainProblem(known, next);
          expect(problem === null).toBe(isSound([...known, next]));
          if (problem === null) known.push(next);
        }
      }),
      { numRuns: 300 },
    );
  });
});

/** By trying every moment and every person. */
function isSound(periods: readonly AbsencePeriod[]): boolean {
  for (let moment = 0; moment < 40; moment++) {
    for (const { userId } of periods) {
      let steps = 0;
      let person: string | null = userId;
      while (person !== null) {
        const at: string = person;
        const found: AbsencePeriod | undefined = periods.find(
          (p) => p.userId === at && +p.from <= moment && moment < +p.until,
        );
        person = found?.substituteId ?? null;
        if (person !== null) steps += 1;
        if (steps > LONGEST_CHAIN) return false;
      }
    }
  }
  return true;
}
