import { z } from 'zod';

type JsonSchema = z.core.JSONSchema.BaseSchema;

const UNSAID = ['minLength', 'maxLength', 'minItems', 'maxItems', 'pattern', 'propertyNames'] as const;

/**
 * The schema as clients read it. Without `$schema` (2020-12 is the protocol's default), and in few words: every character
 * of it costs each model that reads the list. Lengths and unknown names are checked all the same, and the refusal says
 * what is allowed.
 */
export function toolSchema(schema: z.ZodObject, io: 'input' | 'output'): { type: 'object' } {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, {
    io,
    override: ({ jsonSchema }) => {
      if (jsonSchema.additionalProperties === false) delete jsonSchema.additionalProperties;
      for (const name of UNSAID) delete jsonSchema[name];
      if (jsonSchema.minimum === 1) delete jsonSchema.minimum;
      if (io === 'output') loosen(jsonSchema);
      foldNull(jsonSchema);
    },
  });
  return { ...rest, ...(io === 'input' ? { additionalProperties: false } : {}) } as { type: 'object' };
}

/**
 * Schemas of answers name every field that is sent, since some clients keep no other, and say little of each: all are
 * there, more may come, and the words of an enum speak for themselves.
 */
function loosen(schema: JsonSchema): void {
  delete schema.required;
  if (schema.type === 'string') delete schema.enum;
}

/** `anyOf: [{ type: T }, { type: 'null' }]` says no more than `type: [T, 'null']`. */
function foldNull(schema: JsonSchema): void {
  const [value, none, ...more] = schema.anyOf ?? [];
  if (typeof value !== 'object' || typeof none !== 'object' || more.length > 0) return;
  if (none.type !== 'null' || typeof value.type !== 'string' || value.enum !== undefined) return;
  delete schema.anyOf;
  Object.assign(schema, { ...value, ...schema, type: [value.type, 'null'] });
}
