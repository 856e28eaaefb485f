import type { FormField, FormFields, JsonSchema, ShowWhen } from './form-field';
import { FORM_LIMITS } from './form-limits';
import type { FormProblem } from './form-problem';

/** Under `$defs`: what the answer has to look like for a field to be shown. */
export function conditionName(field: string): string {
  return `shown-${field}`;
}

/** The condition as a schema of the whole answer; a field that hangs on a hidden field is hidden too. */
export function conditionSchema(condition: ShowWhen, fields: FormFields): JsonSchema {
  const controller = fields[condition.field] as FormField;
  const test = {
    required: [condition.field],
    properties: { [condition.field]: valueTest(condition, controller) },
  };
  const holds = condition.notEquals !== undefined || condition.filled === false ? { not: test } : test;
  if (controller.showWhen === undefined) return holds;
  return { allOf: [{ $ref: `#/$defs/${conditionName(condition.field)}` }, holds] };
}

function valueTest({ equals, notEquals, in: among }: ShowWhen, { type }: FormField): JsonSchema {
  const one = equals ?? notEquals;
  if (one === undefined && among === undefined) return { not: { enum: ['', [], null] } };
  const fits = one === undefined ? { enum: among } : { const: one };
  return type === 'multiselect' ? { contains: fits } : fits;
}

/** Conditions on fields that are not there, that can never hold, or that wait for each other. */
export function conditionProblems(fields: FormFields): FormProblem[] {
  return Object.entries(fields).flatMap(([name, { showWhen }]) =>
    showWhen === undefined
      ? []
      : problemsOf(name, showWhen, fields).map(({ path, message }) => ({
          path: [name, 'showWhen', ...path],
          message,
        })),
  );
}

function problemsOf(name: string, condition: ShowWhen, fields: FormFields): FormProblem[] {
  const controller = Object.hasOwn(fields, condition.field) ? fields[condition.field] : undefined;
  if (controller === undefined)
    return [{ path: ['field'], message: `the form has no field ${condition.field}` }];
  const chain = chainFrom(name, fields);
  if (chain === 'cycle')
    return [{ path: ['field'], message: 'the field hangs on itself, directly or by others' }];
  if (chain > FORM_LIMITS.conditionChain) {
    return [{ path: ['field'], message: `hangs on more than ${FORM_LIMITS.conditionChain} fields in a row` }];
  }
  return valuesOf(condition)
    .map(({ path, value }) => ({ path, message: valueProblem(value, controller) }))
    .filter((problem): problem is FormProblem => problem.message !== null);
}

function chainFrom(name: string, fields: FormFields): number | 'cycle' {
  const seen = new Set([name]);
  let next = fields[name]?.showWhen?.field;
  while (next !== undefined && Object.hasOwn(fields, next)) {
    if (seen.has(next)) return 'cycle';
    seen.add(next);
    next = fields[next]?.showWhen?.field;
  }
  return seen.size - 1;
}

function valuesOf({ equals, notEquals, in: among }: ShowWhen) {
  return [
    { path: ['equals'], value: equals },
    { path: ['notEquals'], value: notEquals },
    ...(among ?? []).map((value, index) => ({ path: ['in', index], value })),
  ].filter(({ value }) => value !== undefined);
}

function valueProblem(value: unknown, { type, options }: FormField): string | null {
  if (type === 'json' || type === 'file') return `a ${type} can only be tested with filled`;
  if (type === 'number' || type === 'integer') return typeof value === 'number' ? null : 'must be a number';
  if (type === 'boolean' || type === 'checkbox') {
    return typeof value === 'boolean' ? null : 'must be true or false';
  }
  if (options === undefined) return typeof value === 'string' ? null : 'must be a text';
  return options.some((option) => option.value === value) ? null : 'is not one of the options of that field';
}
