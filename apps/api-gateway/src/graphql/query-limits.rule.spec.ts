import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema, parse, validate } from 'graphql';
import { QUERY_LIMITS, queryLimits } from './query-limits.rule';

const schema = buildSchema(readFileSync(join(__dirname, '..', '..', 'schema.gql'), 'utf8'));
const complaints = (query: string, limits = QUERY_LIMITS) =>
  validate(schema, parse(query), [queryLimits(limits)]).map(({ message }) => message);
const cost = (query: string) =>
  Number(/cost is (\d+)/.exec(complaints(query, { ...QUERY_LIMITS, cost: 0 }).join())?.[1]);

test('an inbox page with all that a row shows is allowed', () => {
  const row =
    'id title status priority dueAt allowedActions group { name } assignee { displayName } workflow { id status }';
  expect(
    complaints(
      `query ($n: Int) { tasks(first: $n) { edges { cursor node { ${row} } } pageInfo { endCursor } } }`,
    ),
  ).toEqual([]);
});

test('what is below a list counts once for each item', () => {
  expect(cost('{ tasks(first: 7) { edges { node { id } } } }')).toBe(1 + 7 * 3);
  expect(cost('{ tasks { edges { node { id } } } }')).toBe(1 + 20 * 3);
  expect(cost('query ($n: Int) { tasks(first: $n) { edges { node { id } } } }')).toBe(1 + 100 * 3);
  expect(cost('{ tasks(first: -5) { edges { node { id } } } }')).toBe(1 + 3);
});

test('fragments hide nothing', () => {
  const doubled = Array.from(
    { length: 20 },
    (_, n) => `fragment F${n} on Task { ...F${n + 1} ...F${n + 1} }`,
  );
  const query = `{ task(id: "x") { ...F0 } } ${doubled.join(' ')} fragment F20 on Task { id }`;
  expect(complaints(query).join()).toMatch(/cost is 1048577/);
});

test('fragments that contain themselves end', () => {
  expect(complaints('{ task(id: "x") { ...A } } fragment A on Task { id ...A }')).toEqual([]);
});

test('aliases and depth are bounded in fragments too', () => {
  const aliases = Array.from({ length: 31 }, (_, n) => `a${n}: id`).join(' ');
  expect(complaints(`{ viewer { ...A } } fragment A on Viewer { ${aliases} }`).join()).toMatch(
    /aliases is 31/,
  );
  const nested = '{ workflow { tasks(first: 1) { workflow { tasks(first: 1) { id } } } } }';
  const inner = `fragment A on Task { workflow { tasks(first: 1) ${nested} } }`;
  const outer = `{ task(id: "x") { workflow { tasks(first: 1) { workflow { tasks(first: 1) { ...A } } } } } }`;
  expect(complaints(`${outer} ${inner}`)).toEqual([]);
  expect(complaints(`${outer} ${inner.replace('{ id }', nested)}`).join()).toMatch(/depth is 1\d/);
});
