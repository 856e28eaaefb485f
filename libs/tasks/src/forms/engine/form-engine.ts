import { Ajv2020, type Options, type ValidateFunction } from 'ajv/dist/2020';
import type { JsonSchema } from '../field/form-field';
import { useExactKeywords } from './exact-keywords';
import { FORMATS } from './form-formats';
import { linearPattern } from './linear-pattern';
import { isRecord } from '../schema/schema-walk';
import { validatorsOfParts } from './part-checks';
import { useUnevaluated } from './unevaluated';

const REMEMBERED = 500;

/** What checks the answers to one form. */
export interface FormEngine {
  validate: ValidateFunction;
  /** Names of the fields that the answer, with its defaults, does not show. */
  hidden: (data: Readonly<Record<string, unknown>>) => string[];
}

const ajv = linearAjv({ useDefaults: true, verbose: true });
const ajvAsSent = linearAjv({ verbose: true });

const engines = new Map<string, FormEngine>();

/** An Ajv whose checks take a time that grows with the data alone, whatever the schema is. */
export function linearAjv(options: Options = {}): Ajv2020 {
  const engine = new Ajv2020({
    allErrors: true,
    strict: false,
    ownProperties: true,
    logger: false,
    formats: FORMATS,
    code: { regExp: linearPattern },
    ...options,
  });
  useExactKeywords(engine);
  let parts = options.useDefaults === true ? undefined : engine;
  useUnevaluated(engine, () => (parts ??= linearAjv()));
  return engine;
}

/**
 * @param formDigest what tells this form from others; compiled forms are remembered by it
 * @param fillDefaults whether it puts defaults in where the answer has nothing
 */
export function engineFor(schema: JsonSchema, formDigest: string, fillDefaults = true): FormEngine {
  const key = fillDefaults ? formDigest : `${formDigest} as sent`;
  const known = engines.get(key);
  if (known !== undefined) return known;
  const validate = compileSchema(schema, fillDefaults ? ajv : ajvAsSent);
  const engine = { validate, hidden: hiddenFields(schema) };
  if (engines.size >= REMEMBERED) engines.delete(engines.keys().next().value as string);
  engines.set(key, engine);
  return engine;
}

/** @throws Error when the schema itself is wrong */
export function compileSchema(schema: JsonSchema, compiler = ajv): ValidateFunction {
  const validate = compiler.compile(schema);
  compiler.removeSchema(schema);
  return validate;
}

/** Hands out what checks single parts of a schema, each by its reference such as `#/properties/name`. */
export function validatorsOf<T>(schema: JsonSchema, use: (of: (ref: string) => ValidateFunction) => T): T {
  return validatorsOfParts(ajv, schema, use);
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
  const fields = isRecord(schema.properties) ? Object.entries(schema.properties) : [];
  const conditional = fields.flatMap(([name, field]) =>
    isRecord(field) && 'x-showWhen' in field ? [{ name, condition: field['x-showWhen'] }] : [],
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
