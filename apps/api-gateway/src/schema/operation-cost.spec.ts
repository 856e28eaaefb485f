import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  buildSchema,
  type DocumentNode,
  type FieldNode,
  getNamedType,
  getNullableType,
  isListType,
  isObjectType,
  Kind,
  parse,
  print,
  visit,
} from 'graphql';
import { parseWithin } from '../graphql/document-limits';
import { FIELD_WEIGHTS } from '../graphql/field-weights';
import { checkCost, costOf } from '../graphql/operation-cost';

const schema = buildSchema(readFileSync(join(__dirname, '..', '..', 'schema.gql'), 'utf8'));
const cost = (query: string, variables?: Record<string, unknown>) =>
  costOf({ schema, document: parse(query), variables });

const fields = Object.values(schema.getTypeMap())
  .filter(isObjectType)
  .filter(({ name }) => !name.startsWith('__'))
  .flatMap((type) =>
    Object.values(type.getFields()).map((field) => ({ name: `${type.name}.${field.name}`, field })),
  );

test('every field that is a list or leads to one has a number of items, and every JSON value a size', () => {
  const isPage = (type: string) => type.endsWith('Connection');
  const lists = fields.filter(
    ({ name, field }) =>
      (isListType(getNullableType(field.type)) && !/Connection\.edges$/.test(name)) ||
      isPage(getNamedType(field.type).name),
  );
  expect(lists.map(({ name }) => name).filter((name) => FIELD_WEIGHTS[name]?.items === undefined)).toEqual(
    [],
  );
  const json = fields.filter(({ field }) => getNamedType(field.type).name === 'JSON');
  expect(json.map(({ name }) => name).filter((name) => FIELD_WEIGHTS[name]?.bytes === undefined)).toEqual([]);
  const names = fields.map(({ name }) => name);
  expect(Object.keys(FIELD_WEIGHTS).filter((name) => !names.includes(name))).toEqual([]);
});

test('what is below a list counts once for each item', () => {
  expect(cost('{ tasks(first: 7) { edges { node { id } } } }')).toBe(1 + 7 * 3);
  expect(cost('{ tasks { edges { node { id } } } }')).toBe(1 + 20 * 3);
  expect(cost('{ tasks(first: -5) { edges { node { id } } } }')).toBe(1 + 3);
  expect(cost('{ tasks(first: 2) { ...A } } fragment A on TaskConnection { edges { node { id } } }')).toBe(7);
});

test('a page whose size is a variable counts as what was given, and as the largest where that is no number', () => {
  const page = (variable: string) => `query (${variable}) { tasks(first: $n) { edges { node { id } } } }`;
  expect(cost(page('$n: Int'), { n: 7 })).toBe(1 + 7 * 3);
  expect(cost(page('$n: Int = 5'))).toBe(1 + 5 * 3);
  expect(cost(page('$n: Int'))).toBe(1 + 20 * 3);
  expect(cost(page('$n: Int'), { n: '7' })).toBe(1 + 100 * 3);
  expect(cost(page('$n: Int'), { n: 1e9 })).toBe(1 + 100 * 3);
});

test('large fields count by their size, so that few of them fit into a list', () => {
  const contexts = (first: number) => `tasks(first: ${first}) { edges { node { context } } }`;
  const check = (query: string) => checkCost({ schema, document: parse(query) });
  expect(() => check(`{ ${contexts(50)} }`)).not.toThrow();
  expect(() => check(`{ ${contexts(100)} }`)).toThrow(/cost is 13101; at most 10000/);
  const aliases = Array.from({ length: 30 }, (_, n) => `a${n}: ${contexts(50)}`).join(' ');
  expect(() => check(`{ ${aliases} }`)).toThrow(/cost is \d{6}; at most 10000/);
});

test('a document that is kept is counted anew for each operation and each size of a page', () => {
  const contexts = 'edges { node { context } }';
  const document = parse(`query A($n: Int = 100) { tasks(first: $n) { ${contexts} } }
    query B($n: Int) { tasks(first: $n) { ${contexts} } } query C($text: String) { tasks(first: 100) { ${contexts} } }`);
  const check = (operationName: string, variables: object) => () =>
    checkCost({ schema, document, operationName, variables: variables as Record<string, unknown> });
  for (let turn = 0; turn < 2; turn += 1) {
    expect(check('A', { n: 50 })).not.toThrow();
    expect(check('A', { n: 100 })).toThrow(/cost is 13101/);
    expect(check('A', {})).toThrow(/cost is 13101/);
    expect(check('A', { n: null })).not.toThrow();
    expect(check('A', { n: '50' })).toThrow(/cost is 13101/);
    expect(check('B', {})).not.toThrow();
    expect(check('B', { n: {} })).toThrow(/cost is 13101/);
    expect(check('C', { text: 'x' })).toThrow(/cost is 13101/);
  }
});

/** As Apollo and others send it, who ask for the type of everything. */
const withTypes = (document: DocumentNode) =>
  parse(
    print(
      visit(document, {
        SelectionSet: ({ selections }) => ({ kind: Kind.SELECTION_SET, selections: [...selections, TYPE] }),
      }),
    ),
  );
const TYPE: FieldNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } };

test('the types of what is read cost nothing', () => {
  const list = '{ tasks(first: 7) { edges { node { id } } } }';
  expect(costOf({ schema, document: withTypes(parse(list)) })).toBe(cost(list));
});

test('whatever the admin app asks for is allowed, in its largest pages', () => {
  const generated = readFileSync(join(__dirname, '../../../admin/src/generated/graphql.ts'), 'utf8');
  const documents = [...generated.matchAll(/Document = (\{"kind":"Document".*\}) as unknown/g)].map(
    ([, json]) => withTypes(JSON.parse(json ?? '') as DocumentNode),
  );
  expect(documents.length).toBeGreaterThan(30);
  for (const document of documents) {
    expect(() => parseWithin(print(document))).not.toThrow();
    expect(() => checkCost({ schema, document, variables: { first: 100 } })).not.toThrow();
  }
});
