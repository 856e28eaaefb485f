import type { JsonSchema } from '../field/form-field';
import { FORMAT_NAMES } from '../engine/form-formats';
import { FORM_LIMITS } from '../field/form-limits';
import type { FormProblem } from '../field/form-problem';
import { rawDefaultProblems } from './raw-defaults';
import { readOnlyProblems } from './read-only-problems';
import { schemaProblems, type SchemaRules } from './schema-problems';
import { walkSchema } from '../schema/schema-walk';

const RULES: SchemaRules = { limits: FORM_LIMITS, formats: FORMAT_NAMES, foreignKeywords: 'notes' };

/** What is wrong with a schema that stands in place of the fields; nothing when it is safe to compile and to answer. */
export function rawSchemaProblems(schema: JsonSchema): FormProblem[] {
  return problemsOf(schema).map(({ path, message }) => ({ path: ['schema', ...path], message }));
}

function problemsOf(schema: JsonSchema): FormProblem[] {
  const { type } = schema;
  if (type !== 'object') {
    return [{ path: ['type'], message: 'must be "object": the answer is an object of named values' }];
  }
  const problems = schemaProblems(schema, RULES);
  if (problems.length > 0) return problems;
  const nodes = walkSchema(schema, FORM_LIMITS.depth);
  const unfit = rawDefaultProblems(schema, nodes);
  return unfit.length > 0 ? unfit : readOnlyProblems(nodes);
}
