import { z } from 'zod';

type JsonSchema = z.core.JSONSchema.BaseSchema;

/**
 * The schema as clients read it. Without `$schema` (2020-12 is the protocol's default), and in few words:
 * every character of it costs each model that reads the list.
 */
export function toolSchema(schema: z.ZodObject, io: 'input' | 'output'): { type: 'object' } {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, {
    io,
    override: ({ jsonSchema }) => {
      if (io === 'output') loosen(jsonSchema);
      delete jsonSchema.propertyNames;
      shorten(jsonSchema);
      foldNull(jsonSchema);
    },
  });
  return rest as { type: 'object' };
}

/**
 * Schemas of answers say less: that no other field may come, the words of an enum and the `notice` that all have are
 * left out. Answers may gain fields, and what they hold speaks for itself.
 */
function loosen(schema: JsonSchema): void {
  delete schema.additionalProperties;
  if (schema.type === 'string') delete schema.enum;
  if (schema.properties?.['notice'] === undefined) return;
  delete schema.properties['notice'];
  schema.required = schema.required?.filter((name) => name !== 'notice') ?? [];
}

/**
 * Lists an object by these fields only, so that one that stands in many answers is not written out in full each time.
 * Use as `schema.meta(listed('task_id'))`: the answer itself is still checked in full.
 */
export function listed(...fields: string[]): { [LISTED]: string[] } {
  return { [LISTED]: fields };
}

const LISTED = 'x-listed';

function shorten(schema: JsonSchema): void {
  const fields = schema[LISTED] as string[] | undefined;
  delete schema[LISTED];
  if (fields === undefined) return;
  const kept = Object.entries(schema.properties ?? {}).filter(([name]) => fields.includes(name));
  schema.properties = Object.fromEntries(kept);
  delete schema.required;
}

/** `anyOf: [{ type: T }, { type: 'null' }]` says no more than `type: [T, 'null']`. */
function foldNull(schema: JsonSchema): void {
  const [value, none, ...more] = schema.anyOf ?? [];
  if (typeof value !== 'object' || typeof none !== 'object' || more.length > 0) return;
  if (none.type !== 'null' || typeof value.type !== 'string' || value.enum !== undefined) return;
  delete schema.anyOf;
  Object.assign(schema, { ...value, ...schema, type: [value.type, 'null'] });
}
