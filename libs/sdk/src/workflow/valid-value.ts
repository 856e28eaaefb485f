import { workflowFailure } from '../contract/sdk.errors';
import type { Schema } from './schema';
import { describeIssues, isStandardSchema, pointerOf } from './schema';

/**
 * The input or output as the schema gives it back, with its defaults. A JSON Schema is left to the server, which
 * checks the input before the start.
 *
 * @throws ApplicationFailure `workflow.invalid_input`, `workflow.invalid_output`
 */
export async function validValue(
  side: 'input' | 'output',
  name: string,
  schema: Schema | undefined,
  value: unknown,
): Promise<unknown> {
  if (!schema || !isStandardSchema(schema)) return value;
  const checked = schema['~standard'].validate(value);
  const result = checked instanceof Promise ? await checked : checked;
  if (!result.issues) return result.value;
  const fields = result.issues.map((issue) => ({ pointer: pointerOf(issue), message: issue.message }));
  throw workflowFailure(
    `workflow.invalid_${side}`,
    `The ${side} of "${name}" does not fit: ${describeIssues(result.issues, `the ${side}`)}`,
    { fields },
  );
}
