import { answerErrors } from '../answer/answer-errors';
import { validatorsOf } from '../engine/form-engine';
import type { JsonSchema } from '../field/form-field';
import type { FormProblem } from '../field/form-problem';
import { withinPatternWork } from '../engine/linear-pattern';
import type { SchemaNode } from '../schema/schema-walk';

/** Defaults that do not fit the schema that they stand in. */
export function rawDefaultProblems(schema: JsonSchema, nodes: readonly SchemaNode[]): FormProblem[] {
  const preset = nodes.filter((node) => node.schema.default !== undefined);
  if (preset.length === 0) return [];
  return validatorsOf(schema, (validatorOf) =>
    preset.flatMap((node) => {
      const validate = validatorOf(node.ref);
      if (withinPatternWork(() => validate(JSON.parse(JSON.stringify(node.schema.default)) as unknown)))
        return [];
      return answerErrors(validate.errors ?? [], validate.schema).map(({ pointer, message }) => ({
        path: [...node.path, 'default'],
        message: `does not fit its schema${pointer === '' ? '' : ` at ${pointer}`}: ${message}`,
      }));
    }),
  );
}
