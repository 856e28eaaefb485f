import type { JsonSchema } from '../field/form-field';
import { ONE_SCHEMA, SCHEMA_LIST, SCHEMA_MAP } from '../schema/schema-keywords';
import { isRecord } from '../schema/schema-walk';

/**
 * A copy of a schema in which `x-order` names the properties as they were written, wherever they stand: `jsonb` sorts
 * keys, and a layout reaches only what is not behind a `$ref` or a condition. Where sorting changes nothing, nothing is
 * noted.
 */
export function withWrittenOrder(schema: JsonSchema): JsonSchema {
  const copy: Record<string, unknown> = {};
  for (const [keyword, value] of Object.entries(schema)) copy[keyword] = inside(keyword, value);
  const names = isRecord(schema.properties) ? Object.keys(schema.properties) : [];
  return 'x-order' in schema || isSorted(names) ? copy : { ...copy, 'x-order': names };
}

function inside(keyword: string, value: unknown): unknown {
  if (ONE_SCHEMA.has(keyword)) return part(value);
  if (SCHEMA_LIST.has(keyword) && Array.isArray(value)) return value.map(part);
  if (!SCHEMA_MAP.has(keyword) || !isRecord(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, schema]) => [name, part(schema)]));
}

function part(schema: unknown): unknown {
  return isRecord(schema) ? withWrittenOrder(schema) : schema;
}

/** As `jsonb` sorts: by length in bytes, then byte by byte. */
function isSorted(names: readonly string[]): boolean {
  const bytes = names.map((name) => Buffer.from(name));
  return bytes.every((name, index) => {
    const before = bytes[index - 1];
    return before === undefined || (before.length - name.length || before.compare(name)) < 0;
  });
}
