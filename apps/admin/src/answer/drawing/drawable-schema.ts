import { isRecord } from '../../interface/values/is-record';
import { readableKey } from '../../interface/values/readable';
import { asAlternatives, byType } from './alternatives';
import { branchOf } from './branches';
import { asChoices, isChoice } from './drawn-choices';
import { inlineReferences } from './inline-references';
import { mapParts, mapValues, namesOf, type Schema, schemasOf, without } from './schema-keywords';

/** Keywords that only the check knows: nothing is drawn by them. */
const rules = ['not', 'contains', 'minContains', 'maxContains', 'propertyNames', 'unevaluatedItems'].concat([
  'unevaluatedProperties',
  'minProperties',
  'maxProperties',
  'uniqueItems',
  'dependentRequired',
  'x-order',
]);
/** Where a schema stands for a value of its own rather than for more about the value of the schema around it. */
const ownValue = new Set(['properties', 'items', 'prefixItems', 'additionalProperties', 'patternProperties']);

/**
 * A schema as the form is drawn by it; answers are checked by the schema itself. It holds no references, one type per
 * place, choices for fixed values, and its defaults as `x-default`, because rjsf would put those back in.
 */
export function drawableSchema(schema: Schema, layout: Schema = {}): Schema {
  return asLaidOut(drawn(inlineReferences(schema), true), layout);
}

/** What the layout wants written as JSON is one value: nothing inside it is drawn, left out or filled in. */
function asLaidOut(schema: Schema, layout: Schema): Schema {
  if (layout['ui:field'] === 'json') return without(schema, ...structure);
  const inner = (part: unknown, own: unknown): unknown =>
    isRecord(part) && isRecord(own) ? asLaidOut(part, own) : part;
  return mapValues(schema, (value, keyword) => {
    if (keyword === 'properties' && isRecord(value))
      return mapValues(value, (part, name) => inner(part, layout[name]));
    if (keyword === 'items') return inner(value, layout.items);
    return keyword === 'allOf' ? schemasOf(value).map((part) => asLaidOut(part, layout)) : value;
  });
}

const structure = ['type', 'properties', 'required', 'items', 'x-prefix', 'x-rest', 'allOf', 'oneOf'].concat([
  'anyOf',
  'if',
  'then',
  'else',
  'additionalProperties',
  'patternProperties',
  'minItems',
  'maxItems',
]);

function drawn(part: unknown, own: boolean): Schema {
  if (!isRecord(part)) return {};
  const choices = asChoices(byType(without(part, ...(isRecord(part.properties) ? ['enum', 'const'] : []))));
  if (choices !== null) return withDefault(without(choices, ...rules), part);
  const whole = own ? withUndescribed(part) : part;
  const inner = mapParts(inOrder(whole), (inside, keyword) => partOf(inside, keyword));
  const schema = withDefault(without(inner, ...rules), part);
  return lists(conditions(asAlternatives(byType(typed(schema)))));
}

function partOf(inside: unknown, keyword: string): unknown {
  if (keyword === 'if') return inside;
  if (keyword === 'additionalProperties' && typeof inside === 'boolean') return inside;
  if (keyword === 'items' && typeof inside === 'boolean') return inside ? {} : false;
  if (keyword === 'oneOf' || keyword === 'anyOf') return branchOf(drawn(inside, false), inside);
  return drawn(inside, ownValue.has(keyword));
}

/** Properties in the order in which they were written, each with a title; those that nothing fits are left out. */
function inOrder(schema: Schema): Schema {
  const { properties } = schema;
  if (!isRecord(properties)) return schema;
  const names = namesOf(schema['x-order']).filter((name) => Object.hasOwn(properties, name));
  const all = [...new Set([...names, ...Object.keys(properties)])];
  const entries = all.filter((name) => properties[name] !== false);
  const titled = (name: string): unknown => {
    const field = properties[name];
    if (!isRecord(field)) return { title: readableKey(name) };
    return typeof field.title === 'string' ? field : { title: readableKey(name), ...field };
  };
  return { ...schema, properties: Object.fromEntries(entries.map((name) => [name, titled(name)])) };
}

/** Fields that are required and described nowhere can hold anything. */
function withUndescribed(schema: Schema): Schema {
  const known = describedIn(schema);
  const missing = namesOf(schema.required).filter((name) => !known.has(name));
  if (missing.length === 0) return schema;
  const properties = isRecord(schema.properties) ? schema.properties : {};
  return {
    ...schema,
    properties: { ...properties, ...Object.fromEntries(missing.map((name) => [name, {}])) },
  };
}

function describedIn(schema: Schema, found = new Set<string>()): Set<string> {
  for (const name of Object.keys(isRecord(schema.properties) ? schema.properties : {})) found.add(name);
  const dependent = isRecord(schema.dependentSchemas) ? Object.values(schema.dependentSchemas) : [];
  const parts = [schema.allOf, schema.anyOf, schema.oneOf, [schema.then, schema.else], dependent];
  for (const part of parts.flatMap(schemasOf)) describedIn(part, found);
  return found;
}

function withDefault(schema: Schema, { default: preset }: Schema): Schema {
  const rest = without(schema, 'default');
  return preset === undefined || preset === null ? rest : { ...rest, 'x-default': preset };
}

function typed(schema: Schema): Schema {
  if (schema.type !== undefined || schema.oneOf !== undefined || schema.anyOf !== undefined) return schema;
  const type = typeBy.find(([, keywords]) => keywords.some((keyword) => keyword in schema))?.[0];
  return type === undefined ? schema : { ...schema, type };
}

const typeBy: [type: string, keywords: string[]][] = [
  ['object', ['properties', 'patternProperties']],
  ['array', ['items', 'prefixItems', 'minItems', 'maxItems']],
  ['string', ['pattern', 'format', 'minLength', 'maxLength']],
  ['number', ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf']],
];

/** What another field brings with it, as a condition. */
function conditions(schema: Schema): Schema {
  const { dependentSchemas } = schema;
  if (!isRecord(dependentSchemas)) return schema;
  const brought = Object.entries(dependentSchemas).map(([name, part]) => ({
    if: { required: [name] },
    then: part,
  }));
  const allOf = Array.isArray(schema.allOf) ? (schema.allOf as unknown[]) : [];
  return { ...without(schema, 'dependentSchemas'), allOf: [...allOf, ...brought] };
}

function lists(schema: Schema): Schema {
  const { prefixItems, items } = schema;
  if (Array.isArray(prefixItems)) {
    const prefix: unknown[] = prefixItems;
    return { ...without(schema, 'prefixItems', 'items'), 'x-prefix': prefix, 'x-rest': items };
  }
  const several = isRecord(items) && (isChoice(items) || Array.isArray(items.enum));
  return several ? { ...schema, uniqueItems: true } : schema;
}
