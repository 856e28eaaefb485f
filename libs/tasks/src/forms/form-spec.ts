import { z } from 'zod';
import { FIELD_TYPES } from './form-field';

const fieldName = z.string().regex(/^[A-Za-z_][\w-]{0,63}$/, 'a name of letters, digits, _ and -');
const count = z.number().int().min(0).max(1_000_000);

const formField = z
  .strictObject({
    type: z.enum(FIELD_TYPES),
    label: z.string().max(200).optional(),
    placeholder: z.string().max(200).optional(),
    helpText: z.string().max(1_000).optional(),
    default: z.json().optional(),
    required: z.boolean().optional(),
    options: z
      .array(z.strictObject({ value: z.string().min(1).max(200), label: z.string().max(200).optional() }))
      .min(1)
      .max(500)
      .optional(),
    validation: z
      .strictObject({
        min: z.number().optional(),
        max: z.number().optional(),
        minLength: count.optional(),
        maxLength: count.optional(),
        pattern: z.string().max(200).refine(isRegExp, 'not a regular expression').optional(),
      })
      .optional(),
    readOnly: z.boolean().optional(),
  })
  .refine((field) => !isChoice(field.type) || field.options !== undefined, {
    path: ['options'],
    message: 'needed for a choice',
  });

/** The form of a task, as a caller describes it. */
export const formSpec = z
  .record(fieldName, formField)
  .refine((fields) => Object.keys(fields).length <= 200, 'at most 200 fields');

function isChoice(type: string): boolean {
  return type === 'select' || type === 'multiselect' || type === 'radio';
}

function isRegExp(pattern: string): boolean {
  try {
    return new RegExp(pattern, 'u') instanceof RegExp;
  } catch {
    return false;
  }
}
