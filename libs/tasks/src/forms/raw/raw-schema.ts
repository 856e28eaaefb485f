import type { JsonSchema } from '../field/form-field';
import { FORMAT_NAMES } from '../engine/form-formats';
import { FORM_LIMITS } from '../field/form-limits';
import type { FormProblem } from '../field/form-problem';
import { rawDefaultProblems } from './raw-defaults';
import { schemaProblems } from './schema-problems';
import { walkSchema } from '../schema/schema-walk';

const RULES = { limits: FORM_LIMITS, formats: FORMAT_NAMES, foreignKeywords: false };

/** What is wrong with a schema that stands in place of the fields; nothing when it is safe to compile and to answer. */
export function rawSchemaProblems(schema: JsonSchema): FormProblem[] {
  return problemsOf(schema).map(({ path, message }) => ({ path: ['schema', ...path], message }));
}

function problemsOf(schema: JsonSchema): FormProblem[] {
  if (schema.type !== 'object') {
    return [{ path: ['type'], message: 'must be "object": the answer is an object of named values' }];
  }
  const problems = schemaProblems(schema, RULES);
  return problems.length > 0 ? problems : rawDefaultProblems(schema, walkSchema(schema, FORM_LIMITS.depth));
}
