import { z } from 'zod';
import type { FormSpec } from './field/form-field';
import { formProblems } from './form-problems';
import { isRecord } from './schema/schema-walk';

const MOST_PROBLEMS = 50;

/** The form of a task as a caller describes it: fields by name, or a JSON Schema with its layout. */
export const formSpec = z
  .custom<FormSpec>(isRecord, { error: 'must be an object of fields, or { schema, uiSchema }', abort: true })
  .superRefine((form, ctx) => {
    for (const { path, message } of formProblems(form).slice(0, MOST_PROBLEMS)) {
      ctx.addIssue({ code: 'custom', path, message });
    }
  });
