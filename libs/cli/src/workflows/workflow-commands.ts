import type { Environment } from '../environment/environment';
import { type RemoteHandlers, runRemote } from '../graphql/run-remote';
import { cancelExecution, signalExecution, startExecution } from './workflow-changes';
import { listExecutions, listTypes, showExecution } from './workflow-reads';
import { WORKFLOW_TABLE } from './workflows-table';

const HANDLERS: RemoteHandlers = {
  'workflows list': listExecutions,
  'workflows types': listTypes,
  'workflows show': showExecution,
  'workflows start': startExecution,
  'workflows signal': signalExecution,
  'workflows cancel': cancelExecution,
};

export function workflows(args: readonly string[], env: Environment): Promise<void> {
  return runRemote(WORKFLOW_TABLE, HANDLERS, args, env);
}
