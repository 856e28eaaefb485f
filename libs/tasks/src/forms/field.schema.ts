import { z } from 'zod';
import { FIELD_TYPES } from './field/form-field';
import { patternProblem } from './engine/linear-pattern';

const count = z.number().int().min(0).max(1_000_000);
const name = z.string().min(1).max(64);
const value = z.union([z.string().max(200), z.number(), z.boolean()]);

const validation = z.strictObject({
  min: z.number().optional(),
  max: z.number().optional(),
  minLength: count.optional(),
  maxLength: count.optional(),
  pattern: z.string().superRefine(usable).optional(),
});

const showWhen = z
  .strictObject({
    field: name,
    equals: value.optional(),
    notEquals: value.optional(),
    in: z.array(value).min(1).max(100).optional(),
    filled: z.boolean().optional(),
  })
  .refine(
    ({ field: _, ...tests }) => Object.values(tests).filter((test) => test !== undefined).length === 1,
    {
      message: 'needs exactly one of equals, notEquals, in and filled',
    },
  );

/** One field as a caller describes it; `fieldProblems` says whether its parts fit together. */
export const fieldSpec = z.strictObject({
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
  multiple: z.boolean().optional(),
  validation: validation.optional(),
  showWhen: showWhen.optional(),
  readOnly: z.boolean().optional(),
  sensitive: z.boolean().optional(),
});

function usable(pattern: string, ctx: z.RefinementCtx): void {
  const problem = patternProblem(pattern);
  if (problem !== null) ctx.addIssue({ code: 'custom', message: problem });
}
