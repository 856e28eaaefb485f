import type { JsonSchema } from '../field/form-field';
import { escapePointer } from './schema-keywords';
import { isRecord } from './schema-walk';

/** A value of an answer with a schema that surely applies to it. */
export interface Place {
  schema: JsonSchema;
  value: unknown;
  pointer: string;
  /** The object that holds the value, and under which name. */
  parent?: Record<string, unknown>;
  name?: string;
}

/** Pairs an answer with its schema, through `properties`, `items`, `allOf` and local `$ref`. */
export function eachPlace(root: JsonSchema, data: unknown, visit: (place: Place) => void): void {
  const walk = (place: Place): void => {
    visit(place);
    const { schema, value, pointer } = place;
    const every: unknown[] = Array.isArray(schema.allOf) ? schema.allOf : [];
    const same = [resolve(root, schema.$ref), ...every];
    for (const part of same) if (isRecord(part)) walk({ ...place, schema: part });
    const { items, properties } = schema;
    if (Array.isArray(value) && isRecord(items)) {
      value.forEach((item, index) => walk({ schema: items, value: item, pointer: `${pointer}/${index}` }));
    }
    if (!isRecord(value) || !isRecord(properties)) return;
    for (const [name, property] of Object.entries(properties)) {
      if (!isRecord(property) || !Object.hasOwn(value, name)) continue;
      walk({
        schema: property,
        value: value[name],
        pointer: `${pointer}/${escapePointer(name)}`,
        parent: value,
        name,
      });
    }
  };
  walk({ schema: root, value: data, pointer: '' });
}

function resolve(root: JsonSchema, ref: unknown): unknown {
  if (typeof ref !== 'string' || !ref.startsWith('#/')) return undefined;
  return decodeURIComponent(ref)
    .split('/')
    .slice(1)
    .map((part) => part.replace(/~1/g, '/').replace(/~0/g, '~'))
    .reduce<unknown>(
      (node, part) =>
        typeof node === 'object' && node !== null && Object.hasOwn(node, part)
          ? (node as Record<string, unknown>)[part]
          : undefined,
      root,
    );
}
