import { setWorkflowOptions, workflowInfo } from '@temporalio/workflow';
import { workflowFailure } from '../contract/sdk.errors';
import type { AnyWorkflowDefinition } from './workflow-definition';
import { behaviorOf } from './workflow-definition';

/** The default export of a workflows file: it receives each run and hands it to the definition of that name. */
export interface WorkflowDispatcher {
  (input: unknown): Promise<unknown>;
  readonly definitions: readonly AnyWorkflowDefinition[];
}

/**
 * Makes the default export of a workflows file.
 *
 * @throws ApplicationFailure `workflow.duplicate_name`
 * @example
 * ```ts source="./workflow.examples.ts#workflows"
 * // A project's workflows file ends with all of them.
 * export default workflows(customerSupport);
 * ```
 */
export function workflows(...definitions: AnyWorkflowDefinition[]): WorkflowDispatcher {
  const byName = new Map(definitions.map((definition) => [definition.name, definition]));
  const twice = definitions.find((definition) => byName.get(definition.name) !== definition);
  if (twice) {
    throw workflowFailure('workflow.duplicate_name', `Two workflows have the name "${twice.name}".`);
  }
  const dispatch = async (input: unknown): Promise<unknown> => {
    const { workflowType } = workflowInfo();
    const definition = byName.get(workflowType);
    if (definition) return await definition(input as never);
    const known = [...byName.keys()].join(', ') || 'none';
    throw workflowFailure(
      'workflow.unknown_type',
      `This worker has no workflow "${workflowType}". It knows: ${known}.`,
    );
  };
  setWorkflowOptions(() => behaviorOf(byName.get(workflowInfo().workflowType)), dispatch);
  return Object.assign(dispatch, { definitions });
}
