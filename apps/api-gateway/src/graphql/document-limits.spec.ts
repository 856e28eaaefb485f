import { getIntrospectionQuery } from 'graphql';
import { parseWithin } from './document-limits';

const complaint = (text: string): string => {
  try {
    parseWithin(text);
    return '';
  } catch (error) {
    return (error as Error).message;
  }
};
const many = (count: number, part: (n: number) => string) =>
  Array.from({ length: count }, (_, n) => part(n)).join(' ');

test('an inbox page and what tools ask of a schema are allowed', () => {
  const row =
    'id title status priority dueAt allowedActions group { name } assignee { displayName } workflow { id status }';
  expect(
    complaint(
      `query ($n: Int) { tasks(first: $n) { edges { cursor node { ${row} } } pageInfo { endCursor } } }`,
    ),
  ).toBe('');
  expect(complaint(getIntrospectionQuery())).toBe('');
});

test('fragments hide nothing', () => {
  const doubled = many(20, (n) => `fragment F${n} on Task { ...F${n + 1} a${n}: x { ...F${n + 1} } }`);
  const query = `{ task(id: "x") { ...F0 } } ${doubled} fragment F20 on Task { id }`;
  expect(complaint(query)).toMatch(/depth is \d+; at most 12/);
  const flat = many(10, (n) => `fragment F${n} on Task { ...F${n + 1} ... on Task { ...F${n + 1} } }`);
  expect(complaint(`{ task(id: "x") { ...F0 } } ${flat} fragment F10 on Task { id }`)).toMatch(
    /number of fields is \d+; at most 1000/,
  );
});

test('a fragment that contains itself is refused, not followed', () => {
  expect(complaint('{ task(id: "x") { ...A } } fragment A on Task { a { ...A } b { ...A } }')).toBe(
    'The fragment A contains itself.',
  );
});

test('aliases and depth are bounded in fragments too', () => {
  const aliases = many(31, (n) => `a${n}: id`);
  expect(complaint(`{ viewer { ...A } } fragment A on Viewer { ${aliases} }`)).toMatch(/aliases is 31/);
  const nested = '{ workflow { tasks { workflow { tasks { id } } } } }';
  const inner = `fragment A on Task { workflow { tasks ${nested} } }`;
  const outer = `{ task(id: "x") { workflow { tasks { workflow { tasks { ...A } } } } } }`;
  expect(complaint(`${outer} ${inner}`)).toBe('');
  expect(complaint(`${outer} ${inner.replace('{ id }', nested)}`)).toMatch(/depth is 1\d/);
});

test('the number of fragments is bounded, also of those that nobody uses', () => {
  const fragments = many(101, (n) => `fragment F${n} on Task { id }`);
  expect(complaint(`{ viewer { id } } ${fragments}`)).toMatch(/number of fragments is 101; at most 100/);
});

test('values may be nested so deep, in arguments and in defaults', () => {
  const value = (levels: number) => '['.repeat(levels) + ']'.repeat(levels);
  expect(complaint(`{ a(b: ${value(110)}) }`)).toBe('');
  for (const document of [`{ a(b: ${value(121)}) }`, `query ($a: X = ${value(121)}) { a }`])
    expect(complaint(document)).toMatch(/nesting is 121; at most 120/);
});

test('fields of one name in one place are bounded, where validation compares each with each', () => {
  expect(complaint(`{ viewer { ${many(60, () => 'id')} } }`)).toBe('');
  expect(complaint(`{ viewer { ${many(70, () => 'id')} } }`)).toMatch(/repeated fields is 2415/);
  // Nor does it help to put them into fragments, or side by side into fields that are merged.
  const fragments = many(70, (n) => `fragment F${n} on Viewer { id }`);
  expect(complaint(`{ viewer { ${many(70, (n) => `...F${n}`)} } } ${fragments}`)).toMatch(/repeated/);
  expect(complaint(`{ ${many(10, () => `viewer { ${many(7, () => 'id')} }`)} }`)).toMatch(/repeated/);
});

test('a syntax error is one, and the number of tokens is bounded', () => {
  const refused = (code: string): Error =>
    expect.objectContaining({ extensions: { code, http: { status: 400 } } }) as Error;
  for (const text of ['{ viewer', '{ a(b: "', `{ viewer { ${'id '.repeat(5_000)} } }`])
    expect(() => parseWithin(text)).toThrow(refused('GRAPHQL_PARSE_FAILED'));
  expect(() => parseWithin(`{ ${many(31, (n) => `a${n}: b`)} }`)).toThrow(
    refused('GRAPHQL_VALIDATION_FAILED'),
  );
});
