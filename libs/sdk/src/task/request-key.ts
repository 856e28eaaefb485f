import { uuid4, workflowInfo } from '@temporalio/workflow';
import { workflowFailure } from '../contract/sdk.errors';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const LONGEST = 200;

/**
 * The key that finds a task again: one of its own for each call, or the given name within the id of the workflow,
 * which stays the same when it continues as new. A UUID is a key that an earlier run drew, and stays as it is.
 *
 * @throws ApplicationFailure `task.invalid_request_key`
 */
export function newRequestKey(given?: string): string {
  if (given === undefined) return uuid4();
  if (typeof given !== 'string' || given.trim() === '' || given.length > LONGEST) {
    throw workflowFailure(
      'task.invalid_request_key',
      `A request key is a text of 1 to ${LONGEST} characters, such as "review".`,
    );
  }
  const prefix = `${workflowInfo().workflowId}#`;
  return isDrawnKey(given) || given.startsWith(prefix) ? given : `${prefix}${given}`;
}

/** Whether the key was drawn for one call, so that another run finds the task only when it is handed on. */
export function isDrawnKey(requestKey: string): boolean {
  return UUID.test(requestKey);
}
