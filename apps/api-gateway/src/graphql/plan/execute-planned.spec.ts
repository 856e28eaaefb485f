import {
  buildSchema,
  execute,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  parse,
  responsePathAsArray,
} from 'graphql';
import { executePlanned } from './execute-planned';
import { planOf } from './operation-plan';

const later = <T>(value: T): Promise<T> => Promise.resolve(value);
const muchLater = <T>(value: T): Promise<T> => new Promise((resolve) => setImmediate(() => resolve(value)));
const failing = (what: string) => () => {
  throw new Error(what);
};

const SDL = `
  interface Node { id: ID! }
  type Query {
    thing(id: ID = "t", size: Int): Thing
    sure: Thing!
    things: [Thing!]
    maybe: [Thing]
    bare: [Int!]!
    node: Node
    noList: [Int]
    typeless: Int
    echo(input: In): String
    wrongLeaf: Int
  }
  input In { a: Int! b: [String!] }
  type Mutation { make: Thing }
  type Thing implements Node {
    id: ID!
    name: String
    sure: String!
    slow: String
    slowSure: String!
    failing: String
    slowFailing: String
    slowFailingSure: String!
    failingSure: String!
    friend: Thing
    friends: [Thing!]!
    promised: [Thing!]
    count(first: Int = 3): Int!
    method(by: Int): Int
    shared: Thing
    where: String
  }`;

function makeSchema(other: (field: string) => unknown = () => undefined): GraphQLSchema {
  const schema = buildSchema(SDL);
  const thing = (id: string): object => ({
    id,
    name: `Thing ${id}`,
    sure: 'sure',
    nothing: null,
    method: ({ by }: { by?: number }) => (by ?? 1) * 2,
  });
  const one = later(thing('shared'));
  const resolvers: Record<string, Record<string, unknown>> = {
    Query: {
      thing: (_: unknown, { id }: { id: string }) => later(thing(id)),
      sure: () => muchLater(thing('s')),
      things: () => later([thing('1'), thing('2'), thing('3')]),
      maybe: () => [thing('1'), null, later(thing('2')), later(null), new Error('an item')],
      bare: () => [1, later(2), null],
      node: () => ({ ...thing('n'), __typename: 'Thing' }),
      noList: () => 'text',
      typeless: () => undefined,
      echo: (_: unknown, { input }: { input?: object }) => JSON.stringify(input ?? null),
      wrongLeaf: () => 'no number',
    },
    Thing: {
      slow: () => muchLater('slow'),
      slowSure: () => muchLater('slow'),
      failing: failing('failing'),
      slowFailing: async () => {
        await muchLater(0);
        throw new Error('slowly');
      },
      slowFailingSure: async () => {
        await muchLater(0);
        throw new Error('slowly and surely');
      },
      failingSure: failing('surely'),
      friend: () => thing('friend'),
      friends: () => [thing('a'), later(thing('b'))],
      promised: () => muchLater([thing('p'), later(thing('q'))]),
      count: (_: unknown, { first }: { first: number }) => first,
      shared: () => one,
      where: (_: unknown, _args: unknown, _context: unknown, info: GraphQLResolveInfo) =>
        JSON.stringify([
          responsePathAsArray(info.path),
          info.path.typename,
          info.fieldName,
          String(info.parentType),
          info.variableValues,
          info.fieldNodes.length,
          String(info.returnType),
          info.operation.operation,
        ]),
    },
  };
  for (const [typeName, fields] of Object.entries(resolvers)) {
    const type = schema.getType(typeName) as GraphQLObjectType;
    for (const [name, resolve] of Object.entries(fields))
      (type.getFields()[name] as { resolve?: unknown }).resolve = other(`${typeName}.${name}`) ?? resolve;
  }
  return schema;
}

const schema = makeSchema();

describe('A planned query', () => {
  const queries: [string, Record<string, unknown>?][] = [
    ['{ thing { id name sure __typename } }'],
    [
      '{ __typename thing(id: "x") { other: id id ...F } } fragment F on Thing { name friend { id ...G } } fragment G on Node { id }',
    ],
    ['{ things { id slow friend { slowSure friends { id slow } } promised { id } } }'],
    ['{ maybe { id slow } }'],
    ['{ bare }'],
    ['{ noList typeless wrongLeaf }'],
    ['{ thing { failing slowFailing name } maybe { failing } }'],
    ['{ thing { name failingSure } }'],
    ['{ things { name slowFailingSure slow } }'],
    ['{ thing { friend { name slowFailingSure } name } }'],
    ['{ thing { friends { id failingSure } name } }'],
    ['{ things { id friend { friends { id slowFailingSure } } } }'],
    ['{ sure { slowFailingSure } thing { slow } }'],
    ['{ sure { failingSure } thing { id } }'],
    ['{ things { shared { id name slow } } maybe { shared { id } } thing { shared { failing } } }'],
    ['query ($n: Int) { things { count(first: $n) method(by: $n) } }', { n: 5 }],
    ['query ($n: Int) { things { count(first: $n) method(by: $n) } }', {}],
    ['query ($n: Int) { things { count(first: $n) } }', { n: null }],
    ['query ($n: Int!) { things { count(first: $n) } }', {}],
    ['query ($n: Int!) { things { count(first: $n) } }', { n: 'x' }],
    ['query ($i: In) { echo(input: $i) }', { i: { a: 1, b: ['x'] } }],
    ['query ($i: In) { echo(input: $i) }', { i: { a: 'x', c: 1 } }],
    ['query ($i: [String!]) { echo(input: { a: 3, b: $i }) }', { i: ['y'] }],
    ['query ($n: Int) { things { where friend { w: where } } maybe { friends { where } } }', { n: 1 }],
    ['{ thing { friend { id } friend { name } ... on Thing { friend { sure } } ... on Node { id } } }'],
  ];

  // Jest takes a parameter that a row does not fill for a callback.
  const cases = queries.map(([source, variables = {}]) => [source, variables] as const);
  test.each(cases)('answers as graphql-js does: %s %j', async (source, variableValues) => {
    const document = parse(source);
    const planned = { schema, document, contextValue: {}, variableValues };
    expect(planOf(schema, document)).not.toBeNull();
    // Twice, as its plan is kept.
    for (let turn = 0; turn < 2; turn += 1)
      expect(JSON.parse(JSON.stringify(await executePlanned(planned)))).toEqual(
        JSON.parse(JSON.stringify(await execute(planned))),
      );
    // With its fields in the same order.
    expect(JSON.stringify((await executePlanned(planned)).data)).toBe(
      JSON.stringify((await execute(planned)).data),
    );
  });

  test.each([
    'mutation { make { id } }',
    '{ node { id } }',
    '{ __schema { queryType { name } } }',
    'query ($x: Boolean = true) { thing { id @skip(if: $x) name } }',
    '{ thing { ... @include(if: false) { id } name } }',
    '{ __proto__: thing { id } }',
  ])('that plans do not know is left to graphql-js: %s', async (source) => {
    const document = parse(source);
    expect(planOf(schema, document)).toBeNull();
    const operation = { schema, document, contextValue: {} };
    expect(JSON.stringify(await executePlanned(operation))).toBe(JSON.stringify(await execute(operation)));
  });

  test('is one of the operations of its document, by name', async () => {
    const document = parse('query A { things { id } } query B { sure { name } }');
    for (const operationName of ['A', 'B', 'A', 'C', undefined]) {
      const operation = { schema, document, contextValue: {}, operationName };
      expect(JSON.parse(JSON.stringify(await executePlanned(operation)))).toEqual(
        JSON.parse(JSON.stringify(await execute(operation))),
      );
    }
  });

  test('waits once for what many places share', async () => {
    const document = parse('{ things { shared { id } } }');
    const shared = Promise.resolve({ id: 'one' });
    const waits = jest.spyOn(shared, 'then');
    const sharing = makeSchema((field) => (field === 'Thing.shared' ? () => shared : undefined));
    const { data } = await executePlanned({ schema: sharing, document, contextValue: {} });
    expect(data).toEqual({ things: Array(3).fill({ shared: { id: 'one' } }) });
    expect(waits).toHaveBeenCalledTimes(1);
  });
});
