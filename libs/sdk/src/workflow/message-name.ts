import { isReservedName } from '../contract/contract';
import { workflowFailure } from '../contract/sdk.errors';

/**
 * Refuses names that are Orkestra's or Temporal's own, or that this run has given to something else of the kind.
 *
 * @throws ApplicationFailure `<kind>.invalid_name`, `<kind>.duplicate_name`
 */
export function checkMessageName(kind: 'state' | 'signal' | 'query', name: string, used: Set<string>): void {
  if (typeof name !== 'string' || name.trim() === '' || isReservedName(name) || name.startsWith('__')) {
    throw workflowFailure(
      `${kind}.invalid_name`,
      `"${name}" can't be the name of a ${kind}: it must not be empty, nor begin with "orkestra." or "__".`,
    );
  }
  // States are read by queries, so the two share their names.
  const key = `${kind === 'signal' ? 'signal' : 'query'}:${name}`;
  if (used.has(key)) {
    throw workflowFailure(
      `${kind}.duplicate_name`,
      `The name "${name}" of a ${kind} is taken in this workflow.`,
    );
  }
  used.add(key);
}
