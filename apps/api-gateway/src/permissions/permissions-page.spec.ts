import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  buildSchema,
  getNamedType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLNamedType,
  isObjectType,
} from 'graphql';
import { FIELD_RULES } from './field-rules';
import { OPERATION_RULES } from './operation-rules';
import { permissionsPage } from './permissions-page';

const root = join(__dirname, '../../../..');
const schema = buildSchema(readFileSync(join(root, 'apps/api-gateway/schema.gql'), 'utf8'));
const ROOTS = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
/** They stand wherever somebody is named, and hold no more than names. */
const NAMES = ['User', 'Group', 'Viewer'];

test('docs/reference/permissions.md is that of the tables; else run `npm run permissions`', () => {
  expect(readFileSync(join(root, 'docs/reference/permissions.md'), 'utf8')).toBe(permissionsPage());
});

test('every operation has a rule, else add it to OPERATION_RULES in operation-rules.ts', () => {
  const operations = ROOTS.flatMap((type) => fieldsOf(type).map(({ name }) => `${type?.name}.${name}`));
  const unruled = operations.filter((name) => !(name in OPERATION_RULES));
  expect(unruled.map((name) => `  '${name}': '<permission>',`)).toEqual([]);
  expect(Object.keys(OPERATION_RULES).filter((name) => !operations.includes(name))).toEqual([]);
});

test('every field that leads to something with a permission of its own has a rule, else add it to FIELD_RULES', () => {
  const read = new Set(fieldsOf(schema.getQueryType()).map(({ type }) => itemOf(type).name));
  const leading = Object.values(schema.getTypeMap())
    .filter(isObjectType)
    .filter(
      ({ name }) =>
        !/^__|(Payload|Connection|Edge)$/.test(name) && !ROOTS.some((type) => type?.name === name),
    )
    .flatMap((type) => fieldsOf(type).map((field) => ({ of: type.name, ...field })))
    .filter(({ type }) => {
      const { name } = itemOf(type);
      return read.has(name) && isObjectType(itemOf(type)) && !NAMES.includes(name);
    })
    .map(({ of, name }) => `${of}.${name}`);
  expect(leading.toSorted()).toEqual(Object.keys(FIELD_RULES).toSorted());
});

function fieldsOf(type: GraphQLObjectType | null | undefined) {
  return Object.values(type?.getFields() ?? {}).map(({ name, type: of }) => ({ name, type: of }));
}

/** Of a page, what its edges hold. */
function itemOf(type: GraphQLOutputType): GraphQLNamedType {
  const named = getNamedType(type);
  if (!isObjectType(named)) return named;
  const { edges } = named.getFields();
  const edge = edges && getNamedType(edges.type);
  return edge !== undefined && isObjectType(edge)
    ? getNamedType(edge.getFields()['node']?.type ?? type)
    : named;
}
