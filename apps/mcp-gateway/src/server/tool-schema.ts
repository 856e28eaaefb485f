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
      // Answers may gain fields.
      if (io === 'output') delete jsonSchema.additionalProperties;
      delete jsonSchema.propertyNames;
      foldNull(jsonSchema);
    },
  });
  return rest as { type: 'object' };
}

/** `anyOf: [{ type: T }, { type: 'null' }]` says no more than `type: [T, 'null']`. */
function foldNull(schema: JsonSchema): void {
  const [value, none, ...more] = schema.anyOf ?? [];
  if (typeof value !== 'object' || typeof none !== 'object' || more.length > 0) return;
  if (none.type !== 'null' || typeof value.type !== 'string' || value.enum !== undefined) return;
  delete schema.anyOf;
  Object.assign(schema, { ...value, ...schema, type: [value.type, 'null'] });
}
