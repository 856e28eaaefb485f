import type { RJSFSchema } from '@rjsf/utils';
import { formValidator } from './validation/form-validator';
import { isRecord } from '../interface/values/is-record';

type Fields = Record<string, unknown>;

/** Prepares the conditions of a form: the function names the fields that an answer hides. */
export function hiddenFieldsOf(schema: Fields): (data: unknown) => string[] {
  const fields = Object.entries(isRecord(schema.properties) ? schema.properties : {});
  const conditional = fields.flatMap(([name, field]) =>
    isRecord(field) && isRecord(field['x-showWhen'])
      ? [{ name, condition: { $defs: schema.$defs, ...field['x-showWhen'] } as RJSFSchema }]
      : [],
  );
  if (conditional.length === 0) return () => [];
  return (data) => {
    const answer = isRecord(data) ? defined(data) : {};
    return conditional
      .filter(({ condition }) => !formValidator.isValid(condition, answer, condition))
      .map(({ name }) => name);
  };
}

/** The schema without some of its fields. */
export function withoutFields(schema: Fields, names: readonly string[]): Fields {
  if (names.length === 0 || !isRecord(schema.properties)) return schema;
  return { ...schema, properties: omit(schema.properties, names) };
}

export function omit(data: unknown, names: readonly string[]): Fields {
  return Object.fromEntries(
    Object.entries(isRecord(data) ? data : {}).filter(([name]) => !names.includes(name)),
  );
}

export function pick(data: unknown, names: readonly string[]): Fields {
  return Object.fromEntries(
    Object.entries(isRecord(data) ? data : {}).filter(([name]) => names.includes(name)),
  );
}

function defined(data: Fields): Fields {
  return Object.fromEntries(Object.entries(data).filter(([, value]) => value !== undefined));
}
