import { workflowFailure } from './errors';
import type { Schema } from './schema';
import { describeIssues, isStandardSchema, pointerOf } from './schema';

/**
 * The input as the schema gives it back, with its defaults. A JSON Schema is checked by the server before the start.
 *
 * @throws ApplicationFailure `workflow.invalid_input`
 */
export async function validInput(name: string, schema: Schema | undefined, input: unknown): Promise<unknown> {
  if (!schema || !isStandardSchema(schema)) return input;
  const checked = schema['~standard'].validate(input);
  const result = checked instanceof Promise ? await checked : checked;
  if (!result.issues) return result.value;
  const fields = result.issues.map((issue) => ({ pointer: pointerOf(issue), message: issue.message }));
  throw workflowFailure(
    'workflow.invalid_input',
    `The input of "${name}" does not fit: ${describeIssues(result.issues)}`,
    { fields },
  );
}
