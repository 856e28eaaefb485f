type Schema = Record<string, unknown>;

/** The schema as it is, but an object with a member that nobody has named does not fit any more. */
export function closed(schema: Schema): Schema {
  const opened = inner(schema);
  const isObject = ['$ref', 'properties', 'allOf', 'anyOf'].some((keyword) => keyword in schema);
  return isObject ? { ...opened, unevaluatedProperties: false } : opened;
}

/** What lies below is closed; the schema itself is a part of another, which is closed as a whole. */
export function inner(schema: Schema): Schema {
  return Object.fromEntries(
    Object.entries(schema).map(([keyword, value]) => [keyword, below(keyword, value)]),
  );
}

function below(keyword: string, value: unknown): unknown {
  if (keyword === 'properties') return eachOf(value as Record<string, Schema>, closed);
  if (keyword === 'items' || keyword === 'additionalProperties') return closed(value as Schema);
  if (keyword === 'allOf' || keyword === 'anyOf') return (value as Schema[]).map(inner);
  return value;
}

export function eachOf(schemas: Record<string, Schema>, change: (schema: Schema) => Schema) {
  return Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, change(schema)]));
}
