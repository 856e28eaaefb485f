import fc from 'fast-check';
import { type Electorate, isReachable, outcomeOf, type Vote } from './quorum';
import type { Quorum } from '../task/task-view';

const voters = [
  { id: 'a', groups: ['x'] },
  { id: 'b', groups: ['x', 'y'] },
  { id: 'c', groups: ['y'] },
  { id: 'd', groups: ['y'] },
];
const people: Electorate = { voters, groups: ['x', 'y'] };
/** The same people without those who have left. */
const without = (...ids: string[]): Electorate => ({
  ...people,
  voters: voters.filter(({ id }) => !ids.includes(id)),
});
const votes = (cast: Record<string, Vote>) => new Map(Object.entries(cast));
const yes = 'approved';
const no = 'rejected';

test.each<[Quorum, Record<string, Vote>, Vote | null]>([
  [{ rule: 'any' }, {}, null],
  [{ rule: 'any' }, { a: yes }, yes],
  [{ rule: 'any' }, { a: no }, null],
  [{ rule: 'any' }, { a: no, b: no, c: no, d: no }, no],
  [{ rule: 'any', veto: true }, { a: no }, no],
  [{ rule: 'all' }, { a: yes, b: yes, c: yes }, null],
  [{ rule: 'all' }, { a: yes, b: yes, c: yes, d: yes }, yes],
  [{ rule: 'all' }, { a: yes, b: no }, no],
  [{ rule: 'count', count: 2 }, { a: yes }, null],
  [{ rule: 'count', count: 2 }, { a: yes, b: no, c: yes }, yes],
  [{ rule: 'count', count: 2, veto: true }, { a: yes, b: no, c: yes }, no],
  [{ rule: 'count', count: 2 }, { a: no, b: no, c: no }, no],
  [{ rule: 'percentage', percentage: 50 }, { a: yes, b: yes }, yes],
  [{ rule: 'percentage', percentage: 51 }, { a: yes, b: yes }, null],
  [{ rule: 'percentage', percentage: 75 }, { a: no, b: no }, no],
  [{ rule: 'per-group', count: 1 }, { a: yes }, null],
  [{ rule: 'per-group', count: 1 }, { b: yes }, yes],
  [{ rule: 'per-group', count: 1 }, { a: no, b: no }, no],
  [{ rule: 'per-group', count: 2 }, { a: yes, b: yes, d: yes }, yes],
])('%j with the votes %j: %s', (quorum, cast, expected) => {
  expect(outcomeOf(quorum, people, votes(cast))).toBe(expected);
});

test('the vote of somebody who left still counts, but not for a group that they are no member of', () => {
  expect(outcomeOf({ rule: 'count', count: 2 }, people, votes({ gone: yes, a: yes }))).toBe(yes);
  const perGroup: Quorum = { rule: 'per-group', count: 1 };
  expect(outcomeOf(perGroup, people, votes({ a: yes, c: yes }))).toBe(yes);
  expect(outcomeOf(perGroup, without('a'), votes({ a: yes, c: yes }))).toBeNull();
});

test('a group that everybody has left approves nothing', () => {
  const perGroup: Quorum = { rule: 'per-group', count: 1 };
  expect(outcomeOf(perGroup, without('a', 'b'), votes({ c: yes, d: yes }))).toBeNull();
  expect(outcomeOf(perGroup, { voters, groups: [] }, votes({ a: no }))).toBeNull();
  expect(outcomeOf(perGroup, { voters, groups: [] }, votes({ a: yes }))).toBeNull();
});

test('too few people are no rejection: somebody has to say no', () => {
  const three: Quorum = { rule: 'count', count: 3 };
  expect(outcomeOf(three, without('b', 'c', 'd'), votes({ a: yes }))).toBeNull();
  expect(outcomeOf(three, without('c', 'd'), votes({ a: yes, b: no }))).toBe(no);
});

test('a quorum that nobody could reach is known from the start', () => {
  expect(isReachable({ rule: 'count', count: 5 }, people)).toBe(false);
  expect(isReachable({ rule: 'per-group', count: 3 }, people)).toBe(false);
  expect(isReachable({ rule: 'per-group', count: 1 }, without('a', 'b'))).toBe(false);
  expect(isReachable({ rule: 'per-group', count: 1 }, { voters, groups: [] })).toBe(false);
  for (const rule of ['any', 'all'] as const) {
    expect(isReachable({ rule }, { voters: [], groups: ['x'] })).toBe(false);
  }
  expect(isReachable({ rule: 'count', count: 4 }, people)).toBe(true);
  expect(isReachable({ rule: 'per-group', count: 2 }, people)).toBe(true);
});

test('of a vote that is under way, it is known whether the rest could still approve', () => {
  const all: Quorum = { rule: 'all' };
  expect(isReachable(all, people, votes({ a: yes }))).toBe(true);
  // Nobody is left to vote, and nobody's vote can change what there is.
  expect(isReachable(all, without('d'), votes({ a: yes, b: yes, c: yes }))).toBe(false);
  expect(isReachable({ rule: 'count', count: 4 }, without('d'), votes({ a: yes }))).toBe(false);
});

test('an outcome never changes with the votes that come after it, and all votes give one', () => {
  const rules: fc.Arbitrary<Quorum> = fc.oneof(
    fc.record({ rule: fc.constantFrom('any' as const, 'all' as const), veto: fc.boolean() }),
    fc.record({
      rule: fc.constant('count' as const),
      count: fc.integer({ min: 1, max: 5 }),
      veto: fc.constant(false),
    }),
    fc.record({
      rule: fc.constant('percentage' as const),
      percentage: fc.integer({ min: 1, max: 100 }),
      veto: fc.constant(false),
    }),
    fc.record({
      rule: fc.constant('per-group' as const),
      count: fc.integer({ min: 1, max: 3 }),
      veto: fc.constant(false),
    }),
  );
  const cast = fc.array(fc.constantFrom<Vote>(yes, no), { minLength: 4, maxLength: 4 });
  fc.assert(
    fc.property(rules, cast, (quorum, all) => {
      // With a veto a later rejection may overrule what was decided; the task is closed by then.
      fc.pre(!quorum.veto && isReachable(quorum, people));
      const outcomes = [0, 1, 2, 3, 4].map((count) =>
        outcomeOf(quorum, people, new Map(voters.slice(0, count).map(({ id }, i) => [id, all[i] as Vote]))),
      );
      const first = outcomes.find((outcome) => outcome !== null) ?? null;
      expect(first).not.toBeNull();
      expect(outcomes.slice(outcomes.indexOf(first))).toEqual(
        outcomes.slice(outcomes.indexOf(first)).map(() => first),
      );
    }),
  );
});
