interface Schema {
  type?: string | string[];
  enum?: unknown[];
  const?: unknown;
  minimum?: number;
  anyOf?: Schema[];
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
}

/** The arguments that a tool must have, and the one named, if it knows it; each by its name where that is known. */
export function toolArguments(
  schema: unknown,
  known: Readonly<Record<string, unknown>>,
  given?: string,
): object {
  const { properties = {}, required = [] } = schema as Schema;
  const names = Object.keys(properties).filter((name) => required.includes(name) || name === given);
  return Object.fromEntries(names.map((name) => [name, valueOf(name, properties[name] ?? {}, known, given)]));
}

function valueOf(
  name: string,
  schema: Schema,
  known: Readonly<Record<string, unknown>>,
  given?: string,
): unknown {
  if (name in known) return known[name];
  if (schema.const !== undefined) return schema.const;
  if (schema.enum !== undefined) return schema.enum[0];
  if (schema.anyOf !== undefined) return valueOf(name, schema.anyOf[0] ?? {}, known, given);
  const type = Array.isArray(schema.type) ? schema.type[0] : schema.type;
  if (type === 'object') return toolArguments(schema, known, given);
  if (type === 'array') return [valueOf(name, schema.items ?? {}, known, given)];
  if (type === 'integer' || type === 'number') return schema.minimum ?? 1;
  return type === 'boolean' ? true : 'x';
}
