import { dereference, type OutputUnit, type Schema, validate } from '@cfworker/json-schema';
import { toErrorList, type ErrorSchema, type RJSFSchema, type ValidatorType } from '@rjsf/utils';
import { type FieldError, toFormErrors } from '../../errors/field-errors';
import { hasPatternNames, linearNames, namesIn } from './linear-names';
import { linearSchema } from './linear-schema';
import { fieldErrorOf, isOwnError } from './validation.words';

type FormData = unknown;

interface Check {
  /** The schema as it is checked. */
  schema: RJSFSchema;
  /** The parts of the schema by their addresses. */
  lookup: ReturnType<typeof dereference>;
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
  isValid: (schema, data, rootSchema) => outputOf(schema, data, rootSchema).length === 0,
  rawValidation: <Result>(schema: RJSFSchema, data: FormData) => ({
    errors: outputOf(schema, data) as Result[],
  }),
};

/** What is wrong with an answer, once per field and reason. */
export function formErrors(schema: RJSFSchema, data: FormData): FieldError[] {
  const { schema: checked, lookup } = checkOf(schema, data);
  const errors = outputBy(checked, lookup, data)
    .filter(isOwnError)
    .map((unit) => fieldErrorOf(unit, checked));
  const keys = errors.map(({ pointer, message }) => `${pointer} ${message}`);
  return errors.filter((_, index) => keys.indexOf(keys[index] ?? '') === index);
}

/** @param root what the references of a part lead into */
function outputOf(schema: RJSFSchema, data: FormData, root: RJSFSchema = schema): OutputUnit[] {
  const { schema: checked, lookup } = checkOf(schema, data);
  const whole = root === schema ? lookup : { ...lookup, ...checkOf(root, data).lookup };
  return outputBy(checked, whole, data);
}

function outputBy(schema: RJSFSchema, lookup: Check['lookup'], data: FormData): OutputUnit[] {
  return validate(withoutUndefined(data), schema as Schema, '2020-12', lookup, false).errors;
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
  return { schema: linear, lookup: dereference(linear as Schema) };
}

/** rjsf leaves emptied fields as `undefined`, which JSON does not have. */
function withoutUndefined(data: FormData): unknown {
  return data === undefined ? {} : (JSON.parse(JSON.stringify(data)) as unknown);
}
