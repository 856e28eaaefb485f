/** JSON Schema 2020-12 as plain data. */
export type JsonSchema = Readonly<Record<string, unknown>>;

export interface SchemaIssue {
  readonly message: string;
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[] | undefined;
}

type SchemaResult<Output> =
  { readonly value: Output; readonly issues?: undefined } | { readonly issues: readonly SchemaIssue[] };

type ToJsonSchema = (options: { readonly target: 'draft-2020-12' }) => Record<string, unknown>;

/**
 * A schema of any library that implements Standard Schema (https://standardschema.dev), such as Zod.
 * With Standard JSON Schema as well (Zod 4.2 and later), the catalogue shows the shape of the input.
 */
export interface StandardSchema<Input = unknown, Output = Input> {
  readonly '~standard': {
    readonly version: 1;
    readonly vendor: string;
    readonly validate: (value: unknown) => SchemaResult<Output> | Promise<SchemaResult<Output>>;
    readonly types?: { readonly input: Input; readonly output: Output } | undefined;
    readonly jsonSchema?: { readonly input: ToJsonSchema; readonly output: ToJsonSchema };
  };
}

/** JSON Schema and not a Standard Schema, whose types the compiler would lose. */
export type PlainSchema = JsonSchema & { readonly '~standard'?: undefined };

export type Schema = StandardSchema | JsonSchema;

export type SchemaInput<S> = S extends StandardSchema<infer I, unknown> ? I : unknown;
export type SchemaOutput<S> = S extends StandardSchema<infer _I, infer O> ? O : unknown;

export function isStandardSchema(schema: Schema): schema is StandardSchema {
  return '~standard' in schema;
}

/** The schema as JSON Schema 2020-12, or nothing where its library cannot tell. */
export function toJsonSchema(schema: Schema | undefined, side: 'input' | 'output'): JsonSchema | undefined {
  if (!schema) return undefined;
  if (!isStandardSchema(schema)) return schema;
  return schema['~standard'].jsonSchema?.[side]({ target: 'draft-2020-12' });
}

/** The issues of a failed validation as `pointer: message`, for a person to read. */
export function describeIssues(issues: readonly SchemaIssue[], whole = 'the input'): string {
  return issues.map((issue) => `${pointerOf(issue) || whole}: ${issue.message}`).join('; ');
}

/** The JSON pointer (RFC 6901) of what an issue is about; empty for the whole value. */
export function pointerOf(issue: SchemaIssue): string {
  return (issue.path ?? [])
    .map((step) => String(typeof step === 'object' ? step.key : step))
    .map((step) => `/${step.replaceAll('~', '~0').replaceAll('/', '~1')}`)
    .join('');
}
