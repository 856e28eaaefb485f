import { isRecord } from '@orkestra/core';
import { FIELD_TYPES, type FormSpec } from '@orkestra/tasks';
import { z } from 'zod';
import { anyObject } from '../protocol/any-object.schema';

const value = z.union([z.string(), z.number(), z.boolean()]);

const formField = z.strictObject({
  type: z.enum(FIELD_TYPES),
  label: z.string().optional(),
  placeholder: z.string().optional(),
  help_text: z.string().optional(),
  default: z.unknown().optional(),
  required: z.boolean().optional(),
  options: z
    .array(z.strictObject({ value: z.string(), label: z.string().optional() }))
    .optional()
    .describe('For select, multiselect, radio.'),
  multiple: z.boolean().optional().describe('For file.'),
  validation: z
    .strictObject({
      min: z.number().optional(),
      max: z.number().optional(),
      min_length: z.number().optional(),
      max_length: z.number().optional(),
      pattern: z.string().optional(),
    })
    .optional(),
  show_when: z
    .strictObject({
      field: z.string(),
      equals: value.optional(),
      not_equals: value.optional(),
      in: z.array(value).optional(),
      filled: z.boolean().optional(),
    })
    .optional()
    .describe('Shows the field only while another one passes one test. A hidden field is not kept.'),
  read_only: z.boolean().optional(),
  sensitive: z.boolean().optional().describe('Masked; you do not get it back.'),
});

type NewField = z.output<typeof formField>;

export const newForm = z
  .preprocess(refuseProto, z.record(z.string(), formField))
  .describe(
    'Fields of the answer by name, such as {"refund":{"type":"boolean","label":"Refund it?","required":true}}. ' +
      'Give at least one, or the answer is empty.',
  );

export const newFormSchema = anyObject.describe('In place of `form`: JSON Schema 2020-12 of type object.');

/** Zod's records lose this one name silently; all other names that are reserved are told by the domain. */
function refuseProto(form: unknown, context: z.RefinementCtx): unknown {
  if (isRecord(form) && Object.hasOwn(form, '__proto__'))
    context.addIssue({ code: 'custom', path: ['__proto__'], message: 'is a reserved name' });
  return form;
}

/** The tool's form as the domain's spec of a form. */
export function toForm(
  fields?: Record<string, NewField>,
  schema?: Record<string, unknown>,
): FormSpec | undefined {
  if (schema !== undefined) return { schema };
  return fields && Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, toField(field)]));
}

function toField({ help_text, read_only, show_when, validation, ...same }: NewField) {
  const { min_length, max_length, ...limits } = validation ?? {};
  const { not_equals, ...tests } = show_when ?? { field: '' };
  return withoutUndefined({
    ...same,
    helpText: help_text,
    readOnly: read_only,
    showWhen: show_when && withoutUndefined({ ...tests, notEquals: not_equals }),
    validation: validation && withoutUndefined({ ...limits, minLength: min_length, maxLength: max_length }),
  });
}

export function withoutUndefined<T extends object>(object: T): T {
  return Object.fromEntries(Object.entries(object).filter(([, member]) => member !== undefined)) as T;
}
