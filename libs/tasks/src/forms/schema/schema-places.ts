import type { JsonSchema } from '../field/form-field';
import { escapePointer } from './schema-keywords';
import { isRecord, partAt } from './schema-walk';

/** A value of an answer with the schemas that surely apply to it. */
export interface Place {
  schemas: readonly JsonSchema[];
  value: unknown;
  pointer: string;
}

/** Pairs an answer with its schema, through `properties`, `items`, `prefixItems`, `allOf` and local `$ref`. */
export function eachPlace(root: JsonSchema, data: unknown, visit: (place: Place) => void): void {
  const walk = (place: Place): void => {
    visit(place);
    const { schemas, value, pointer } = place;
    if (Array.isArray(value)) {
      value.forEach((item: unknown, index) =>
        walk({ schemas: itemSchemas(root, schemas, index), value: item, pointer: `${pointer}/${index}` }),
      );
    } else if (isRecord(value)) {
      for (const [name, inner] of propertySchemas(root, schemas)) {
        if (!Object.hasOwn(value, name)) continue;
        walk({ schemas: inner, value: value[name], pointer: `${pointer}/${escapePointer(name)}` });
      }
    }
  };
  walk({ schemas: everySchema(root, root), value: data, pointer: '' });
}

/** A schema with those that apply to the same value. */
export function everySchema(root: JsonSchema, schema: unknown): JsonSchema[] {
  if (!isRecord(schema)) return [];
  const { $ref, allOf } = schema;
  const same: unknown[] = Array.isArray(allOf) ? allOf : [];
  const referred = typeof $ref === 'string' ? [partAt(root, $ref)] : [];
  return [schema, ...[...referred, ...same].flatMap((part) => everySchema(root, part))];
}

/** The schemas of each property that some schemas of one object name. */
export function propertySchemas(root: JsonSchema, schemas: readonly JsonSchema[]): Map<string, JsonSchema[]> {
  const found = new Map<string, JsonSchema[]>();
  for (const { properties } of schemas) {
    for (const [name, property] of Object.entries(isRecord(properties) ? properties : {})) {
      found.set(name, [...(found.get(name) ?? []), ...everySchema(root, property)]);
    }
  }
  return found;
}

/** The schemas of the entry at an index. */
export function itemSchemas(root: JsonSchema, schemas: readonly JsonSchema[], index: number): JsonSchema[] {
  return schemas.flatMap(({ items, prefixItems }) => {
    const prefix: unknown[] = Array.isArray(prefixItems) ? prefixItems : [];
    return everySchema(root, index < prefix.length ? prefix[index] : items);
  });
}
