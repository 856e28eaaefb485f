import { type OutputUnit, type Schema, Validator } from '@cfworker/json-schema';
import { toErrorList, type ErrorSchema, type RJSFSchema, type ValidatorType } from '@rjsf/utils';
import { type FieldError, toFormErrors } from '../../errors/field-errors';
import { hasPatternNames, linearNames, namesIn } from './linear-names';
import { linearSchema } from './linear-schema';
import { fieldErrorOf, isOwnError } from './validation.words';

type FormData = unknown;

interface Check {
  /** The schema as it is checked. */
  schema: RJSFSchema;
  validator: Validator;
}

const checks = new WeakMap<object, Check>();

/**
 * Checks a form in the browser by JSON Schema 2020-12. It interprets the schema and compiles nothing to code, so the
 * page needs no `unsafe-eval` in its content security policy; the server checks again with Ajv.
 */
export const formValidator: ValidatorType<FormData, RJSFSchema> = {
  validateFormData: (data, schema) => {
    const errorSchema = toFormErrors(formErrors(schema, data)) as ErrorSchema<FormData>;
    return { errors: toErrorList(errorSchema), errorSchema };
  },
  isValid: (schema, data, rootSchema) => outputOf(withDefinitions(schema, rootSchema), data).length === 0,
  rawValidation: <Result>(schema: RJSFSchema, data: FormData) => ({
    errors: outputOf(schema, data) as Result[],
  }),
};

/** What is wrong with an answer, once per field and reason. */
export function formErrors(schema: RJSFSchema, data: FormData): FieldError[] {
  const { schema: checked, validator } = checkOf(schema, data);
  const errors = validator
    .validate(withoutUndefined(data))
    .errors.filter(isOwnError)
    .map((unit) => fieldErrorOf(unit, checked));
  const keys = errors.map(({ pointer, message }) => `${pointer} ${message}`);
  return errors.filter((_, index) => keys.indexOf(keys[index] ?? '') === index);
}

function outputOf(schema: RJSFSchema, data: FormData): OutputUnit[] {
  return checkOf(schema, data).validator.validate(withoutUndefined(data)).errors;
}

function checkOf(schema: RJSFSchema, data: FormData): Check {
  const known = checks.get(schema);
  if (known) return known;
  // Patterns of names become lists of the names in these data, so this check is good for no others.
  if (hasPatternNames(schema)) return newCheck(linearNames(schema, namesIn(data)));
  const check = newCheck(schema);
  checks.set(schema, check);
  return check;
}

function newCheck(schema: RJSFSchema): Check {
  const linear = linearSchema(schema) as RJSFSchema;
  return { schema: linear, validator: new Validator(linear as Schema, '2020-12', false) };
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
