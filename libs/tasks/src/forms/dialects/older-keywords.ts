import type { JsonSchema } from '../field/form-field';
import { isRecord } from '../schema/schema-walk';

/** `items` as a list, and `additionalItems` after it, as drafts before 2020-12 write them. */
export function withListKeywords(schema: JsonSchema): JsonSchema {
  const { items, additionalItems, ...rest } = schema;
  if (rest.prefixItems !== undefined) return schema;
  if (!Array.isArray(items)) return items === undefined ? rest : { ...rest, items };
  return {
    ...rest,
    prefixItems: items,
    ...(additionalItems === undefined ? {} : { items: additionalItems }),
  };
}

/** `dependencies`, which 2020-12 splits into what is required and what else holds. */
export function withDependents(schema: JsonSchema): JsonSchema {
  const { dependencies, ...rest } = schema;
  const isFree = rest.dependentRequired === undefined && rest.dependentSchemas === undefined;
  if (!isRecord(dependencies) || !isFree) return schema;
  const entries = Object.entries(dependencies);
  const required = entries.filter(([, demand]) => Array.isArray(demand));
  const schemas = entries.filter(([, demand]) => !Array.isArray(demand));
  return {
    ...rest,
    ...(required.length > 0 ? { dependentRequired: Object.fromEntries(required) } : {}),
    ...(schemas.length > 0 ? { dependentSchemas: Object.fromEntries(schemas) } : {}),
  };
}

/** Exclusive bounds as a word beside the bound, as in draft 4 and OpenAPI 3.0. */
export function withBounds(schema: JsonSchema): JsonSchema {
  return withBound(withBound(schema, 'minimum', 'exclusiveMinimum'), 'maximum', 'exclusiveMaximum');
}

function withBound(schema: JsonSchema, bound: string, exclusive: string): JsonSchema {
  if (typeof schema[exclusive] !== 'boolean') return schema;
  const { [exclusive]: isExclusive, [bound]: limit, ...rest } = schema;
  if (limit === undefined) return rest;
  return { ...rest, [isExclusive === true ? exclusive : bound]: limit };
}

/** `nullable` of OpenAPI 3.0, which widens the type that stands beside it and means nothing without one. */
export function withNull(schema: JsonSchema): JsonSchema {
  const { nullable, ...rest } = schema;
  if (nullable === false) return rest;
  if (nullable !== true || rest.type === undefined) return schema;
  return { ...rest, type: [...new Set([rest.type, 'null'].flat())] };
}
