import { readFileSync } from 'node:fs';
import {
  buildSchema,
  getNamedType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLOutputType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';

/** Arguments that are left out or null although they need not be, and the one of them that is given all the same. */
interface Filling {
  optional: Optional;
  given?: string | undefined;
}

export interface Operation {
  name: string;
  /** With so many levels of fields. */
  query: (depth: number) => string;
  variables: Record<string, unknown>;
}

type Field = GraphQLField<unknown, unknown>;
/** What a place that may be left out holds: nothing, or null. */
type Optional = undefined | null;

const schema = buildSchema(readFileSync('apps/api-gateway/schema.gql', 'utf8'));
const SCALARS: Record<string, unknown> = {
  Boolean: true,
  Int: 1,
  Float: 1,
  DateTime: '2030-01-02T03:04:05Z',
  JSON: { title: 'x' },
};

/**
 * Every query and mutation of the schema: with its required arguments alone, and with null for all that may be left
 * out, input fields at any depth as well.
 * @param known values of arguments by their name, such as ids of what is there
 */
export function everyOperation(known: Record<string, unknown>): Operation[] {
  const fields = [
    ...Object.values(schema.getQueryType()?.getFields() ?? {}).map((field) => ['query', field] as const),
    ...Object.values(schema.getMutationType()?.getFields() ?? {}).map(
      (field) => ['mutation', field] as const,
    ),
  ];
  return fields.flatMap(([kind, field]) =>
    ([undefined, null] as const).map((optional) => operation(kind, field, { optional }, known)),
  );
}

/**
 * Every query and mutation with its required arguments, and with each of the named ones in turn, at whatever depth it is.
 * @param named which arguments, all of them known
 */
export function everyOperationNaming(known: Record<string, unknown>, named: readonly string[]): Operation[] {
  const kinds = { query: schema.getQueryType(), mutation: schema.getMutationType() };
  const all = Object.entries(kinds).flatMap(([kind, type]) =>
    Object.values(type?.getFields() ?? {}).flatMap((field) =>
      [undefined, ...named].map((given) => {
        const made = operation(kind, field, { optional: undefined, given }, known);
        return { ...made, name: given === undefined ? field.name : `${field.name} by ${given}` };
      }),
    ),
  );
  const first = new Map(all.toReversed().map((one) => [JSON.stringify([one.query(1), one.variables]), one]));
  return [...first.values()].reverse();
}

function operation(kind: string, field: Field, filling: Filling, known: Record<string, unknown>): Operation {
  const { optional } = filling;
  const variables: Record<string, unknown> = {};
  for (const { name, type } of field.args) {
    const value = valueOf(name, type, filling, known);
    if (value !== undefined) variables[name] = value;
  }
  const given = field.args.filter(({ name }) => name in variables);
  const declared = given.map(({ name, type }) => `$${name}: ${String(type)}`).join(', ');
  const passed = given.map(({ name }) => `${name}: $${name}`).join(', ');
  const query = (depth: number) =>
    `${kind}${wrapped(declared)} { ${field.name}${wrapped(passed)}${selection(field.type, optional, depth)} }`;
  return { name: `${field.name} ${optional === null ? 'with nulls' : 'alone'}`, query, variables };
}

function valueOf(
  name: string,
  type: GraphQLInputType,
  filling: Filling,
  known: Record<string, unknown>,
): unknown {
  if (!isNonNullType(type))
    return leads(name, type, filling.given) ? filled(name, type, filling, known) : filling.optional;
  return filled(name, type.ofType, filling, known);
}

/** Whether the argument is the one, or holds it at any depth. */
function leads(name: string, type: GraphQLInputType, given: string | undefined, depth = 4): boolean {
  if (given === undefined || name === given) return given !== undefined;
  const named = getNamedType(type);
  if (!isInputObjectType(named) || depth === 0) return false;
  return Object.values(named.getFields()).some((field) => leads(field.name, field.type, given, depth - 1));
}

function filled(
  name: string,
  inner: GraphQLInputType,
  filling: Filling,
  known: Record<string, unknown>,
): unknown {
  // Ids of groups, say, are no places in groups, whatever the argument is called.
  const isFit = isInputObjectType(getNamedType(inner)) === (typeof [known[name]].flat()[0] === 'object');
  if (name in known && isFit) return known[name];
  if (isListType(inner)) return [filled(name, inner.ofType, filling, known)];
  if (isNonNullType(inner)) return filled(name, inner.ofType, filling, known);
  if (isEnumType(inner)) return inner.getValues()[0]?.name;
  if (!isInputObjectType(inner)) return SCALARS[inner.name] ?? 'x';
  const fields = Object.values(inner.getFields()).map(
    (field) => [field.name, valueOf(field.name, field.type, filling, known)] as const,
  );
  return Object.fromEntries(fields.filter(([, value]) => value !== undefined));
}

/** All fields that need no argument, so many levels deep; where nothing is null, of pages the first item. */
function selection(type: GraphQLOutputType, optional: Optional, depth: number): string {
  const named = getNamedType(type);
  if (!isObjectType(named) && !isInterfaceType(named)) return '';
  const fields = Object.values(named.getFields())
    .filter((field) => field.args.every((argument) => !isNonNullType(argument.type)))
    .filter((field) => depth > 1 || !isObjectType(getNamedType(field.type)));
  const parts = fields.map((field) => {
    const given = field.args.flatMap(({ name }) =>
      optional === null ? [`${name}: null`] : name === 'first' ? ['first: 1'] : [],
    );
    return `${field.name}${wrapped(given.join(', '))}${selection(field.type, optional, depth - 1)}`;
  });
  return ` { __typename ${parts.join(' ')} }`;
}

function wrapped(list: string): string {
  return list === '' ? '' : `(${list})`;
}
