import { digest } from '@orkestra/core';
import { Ajv2020, type Options, type ValidateFunction } from 'ajv/dist/2020';
import type { JsonSchema } from '../field/form-field';
import { FORMATS } from './form-formats';
import { linearPattern } from './linear-pattern';

const REMEMBERED = 500;

/** What checks the answers to one form. */
export interface FormEngine {
  validate: ValidateFunction;
  /** Names of the fields that the answer, with its defaults, does not show. */
  hidden: (data: Readonly<Record<string, unknown>>) => string[];
}

const ajv = linearAjv({ useDefaults: true, verbose: true });

const engines = new Map<string, FormEngine>();

/** An Ajv whose checks take a time that grows with the data alone, whatever the schema is. */
export function linearAjv(options: Options = {}): Ajv2020 {
  const engine = new Ajv2020({
    allErrors: true,
    strict: false,
    ownProperties: true,
    logger: false,
    multipleOfPrecision: 9,
    formats: FORMATS,
    code: { regExp: linearPattern },
    ...options,
  });
  // Ajv's own `uniqueItems` compares every item with every other one.
  engine.removeKeyword('uniqueItems');
  engine.addKeyword({
    keyword: 'uniqueItems',
    type: 'array',
    schemaType: 'boolean',
    errors: false,
    validate: (wanted: boolean, items: unknown[]) =>
      !wanted || new Set(items.map(sameText)).size === items.length,
  });
  return engine;
}

/** @param formDigest what tells this form from others; compiled forms are remembered by it */
export function engineFor(schema: JsonSchema, formDigest: string): FormEngine {
  const known = engines.get(formDigest);
  if (known !== undefined) return known;
  const engine = { validate: compileSchema(schema), hidden: hiddenFields(schema) };
  if (engines.size >= REMEMBERED) engines.delete(engines.keys().next().value as string);
  engines.set(formDigest, engine);
  return engine;
}

/** @throws Error when the schema itself is wrong */
export function compileSchema(schema: JsonSchema): ValidateFunction {
  const validate = ajv.compile(schema);
  ajv.removeSchema(schema);
  return validate;
}

/** Hands out what checks single parts of a schema, each by its reference such as `#/properties/name`. */
export function validatorsOfParts<T>(
  schema: JsonSchema,
  use: (of: (ref: string) => ValidateFunction) => T,
): T {
  const key = 'form';
  const kept: string[] = [key];
  ajv.addSchema(schema, key);
  try {
    return use((ref) => {
      const part = `${key}${encodeURI(ref)}`;
      kept.push(part);
      const validate = ajv.getSchema(part);
      if (validate === undefined) throw new Error(`The schema has no part ${ref}`);
      return validate as ValidateFunction;
    });
  } finally {
    for (const name of kept) ajv.removeSchema(name);
  }
}

/** What the meta-schema has against a schema, once per place in it. */
export function metaErrors(schema: JsonSchema): { pointer: string; message: string }[] {
  if (ajv.validateSchema(schema) === true) return [];
  const errors = (ajv.errors ?? []).filter(({ keyword }) => keyword !== 'anyOf' && keyword !== 'if');
  const messages = new Map<string, string>();
  for (const { instancePath, keyword, message = 'is not valid', params } of errors) {
    if (messages.has(instancePath)) continue;
    const allowed =
      keyword === 'enum' ? `: ${(params as { allowedValues: string[] }).allowedValues.join(', ')}` : '';
    messages.set(instancePath, `${message}${allowed}`);
  }
  return [...messages].map(([pointer, message]) => ({ pointer, message }));
}

function hiddenFields(schema: JsonSchema): FormEngine['hidden'] {
  const conditional = Object.entries((schema.properties ?? {}) as Record<string, JsonSchema>).flatMap(
    ([name, field]) => ('x-showWhen' in field ? [{ name, condition: field['x-showWhen'] }] : []),
  );
  if (conditional.length === 0) return () => [];
  // One schema for all conditions: a field is hidden when its `if` fails.
  const validate = compileSchema({
    $defs: schema.$defs,
    allOf: conditional.map(({ condition }) => ({ if: condition, else: false })),
  });
  return (data) => {
    if (validate(data)) return [];
    const failed = (validate.errors ?? []).map(
      ({ schemaPath }) => /^#\/allOf\/(\d+)\/if$/.exec(schemaPath)?.[1],
    );
    return conditional.filter((_, index) => failed.includes(String(index))).map(({ name }) => name);
  };
}

/** The same text for the same JSON, whatever the order of its keys. */
function sameText(value: unknown): string {
  if (typeof value === 'object' && value !== null) return digest(value).toString('base64');
  return `${typeof value} ${String(value)}`;
}
