import { digest } from '@orkestra/core';
import { compileForm } from './compile-form';
import { fieldProblems } from './field/field-rules';
import { fieldSpec } from './field.schema';
import { checkFormData } from './answer/form-data';
import { type FormFields, type FormSpec, isRawForm, type RawForm } from './field/form-field';
import { FORM_LIMITS } from './field/form-limits';
import type { FormProblem } from './field/form-problem';
import { formSchema } from './dialects/form-root';
import { layoutProblems } from './raw/raw-layout';
import { rawSchemaProblems } from './raw/raw-schema';
import { widgetProblems } from './raw/widget-problems';
import { conditionProblems } from './field/show-when';

const REMEMBERED = 1_000;
const NAME = /^[A-Za-z_][\w-]{0,63}$/;

const sound = new Set<string>();

/** What is wrong with a form, before a task is made with it; nothing when it can be drawn, filled in and checked. */
export function formProblems(form: FormSpec): FormProblem[] {
  const size = Buffer.byteLength(JSON.stringify(form));
  if (size > FORM_LIMITS.bytes) {
    const fields = Object.keys(form).length;
    if (fields > FORM_LIMITS.fields) return [tooManyFields(fields)];
    return [{ path: [], message: `holds ${size} bytes; at most ${FORM_LIMITS.bytes} are allowed` }];
  }
  const key = digest(form).toString('base64');
  if (sound.has(key)) return [];
  const problems = isRawForm(form) ? rawProblems(form) : fieldsProblems(form);
  if (problems.length > 0) return problems;
  if (sound.size >= REMEMBERED) sound.delete(sound.keys().next().value as string);
  sound.add(key);
  return [];
}

function rawProblems({ schema: given, uiSchema }: RawForm): FormProblem[] {
  const schema = formSchema(given);
  const problems = [...rawSchemaProblems(schema), ...layoutProblems(uiSchema)];
  return problems.length > 0 ? problems : widgetProblems(schema, uiSchema);
}

function fieldsProblems(fields: FormFields): FormProblem[] {
  const names = Object.keys(fields);
  if (names.length > FORM_LIMITS.fields) return [tooManyFields(names.length)];
  const malformed = names.flatMap((name) => malformedField(name, fields[name]));
  if (malformed.length > 0) return malformed;
  const patterns = Object.values(fields).filter(({ validation }) => validation?.pattern !== undefined);
  if (patterns.length > FORM_LIMITS.patterns) {
    return [
      { path: [], message: `has ${patterns.length} patterns; at most ${FORM_LIMITS.patterns} are allowed` },
    ];
  }
  const unfit = [
    ...Object.entries(fields).flatMap(([name, field]) =>
      fieldProblems(field).map(({ path, message }) => ({ path: [name, ...path], message })),
    ),
    ...conditionProblems(fields),
  ];
  return unfit.length > 0 ? unfit : defaultProblems(fields);
}

function malformedField(name: string, field: unknown): FormProblem[] {
  if (!NAME.test(name)) return [{ path: [name], message: 'needs a name of letters, digits, _ and -' }];
  if (name in Object.prototype) return [{ path: [name], message: 'is a reserved name' }];
  const { error } = fieldSpec.safeParse(field);
  return (error?.issues ?? []).map(({ path, message }) => ({
    path: [name, ...path.map((part) => (typeof part === 'symbol' ? String(part) : part))],
    message,
  }));
}

/** A default is an answer like any other: it has to fit its own field. */
function defaultProblems(fields: FormFields): FormProblem[] {
  const given = Object.entries(fields).filter(([, field]) => field.default !== undefined);
  if (given.length === 0) return [];
  const alone = Object.fromEntries(given.map(([name, field]) => [name, { ...field, showWhen: undefined }]));
  const { schema } = compileForm(alone);
  const { errors } = checkFormData(schema, digest(schema).toString('hex'), {});
  return errors.map(({ pointer, message }) => ({
    path: [pointer.split('/')[1] ?? '', 'default'],
    message: `does not fit the field: ${message}`,
  }));
}

function tooManyFields(fields: number): FormProblem {
  return { path: [], message: `has ${fields} fields; at most ${FORM_LIMITS.fields} are allowed` };
}
