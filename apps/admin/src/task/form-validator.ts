import { type OutputUnit, type Schema, Validator } from '@cfworker/json-schema';
import { toErrorList, type ErrorSchema, type RJSFSchema, type ValidatorType } from '@rjsf/utils';
import { toFormErrors } from '../errors/field-errors';
import { fieldErrorOf, isOwnError } from './validation-words';

type FormData = unknown;

const checked = new WeakMap<object, Validator>();

/**
 * Checks a form in the browser by JSON Schema 2020-12. It interprets the schema and compiles nothing to code, so the
 * page needs no `unsafe-eval` in its content security policy; the server checks again with Ajv.
 */
export const formValidator: ValidatorType<FormData, RJSFSchema> = {
  validateFormData: (data, schema) => {
    const errorSchema = toFormErrors(check(schema, data)) as ErrorSchema<FormData>;
    return { errors: toErrorList(errorSchema), errorSchema };
  },
  isValid: (schema, data, rootSchema) => outputOf(withDefinitions(schema, rootSchema), data).length === 0,
  rawValidation: <Result>(schema: RJSFSchema, data: FormData) => ({
    errors: outputOf(schema, data) as Result[],
  }),
};

function check(schema: RJSFSchema, data: FormData) {
  return outputOf(schema, data)
    .filter(isOwnError)
    .map((unit) => fieldErrorOf(unit, schema));
}

function outputOf(schema: RJSFSchema, data: FormData): OutputUnit[] {
  let validator = checked.get(schema);
  if (!validator) {
    validator = new Validator(schema as Schema, '2020-12', false);
    checked.set(schema, validator);
  }
  return validator.validate(withoutUndefined(data)).errors;
}

/** rjsf leaves emptied fields as `undefined`, which JSON does not have. */
function withoutUndefined(data: FormData): unknown {
  return data === undefined ? {} : (JSON.parse(JSON.stringify(data)) as unknown);
}

/** A part of a schema may point into the definitions of the whole. */
function withDefinitions(schema: RJSFSchema, root: RJSFSchema): RJSFSchema {
  if (schema === root || !root?.$defs) return schema;
  return { $defs: root.$defs, ...schema };
}
