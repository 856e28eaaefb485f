import { CancellationScope, log, workflowInfo } from '@temporalio/workflow';
import type { OrkestraMemo, PendingTask, WorkflowStarter } from '../contract/contract';
import { ORKESTRA_KEY } from '../contract/contract';
import { workflowFailure } from '../contract/sdk.errors';
import { ServerCalls } from './server-calls';
import { TaskMailbox } from './task-mailbox';
import { VersionMove } from './version-move';

/** What a workflow knows of its own run; the first argument of its handler and of `task()`. */
export interface WorkflowContext {
  /** The key that the caller knows, without the tenant. */
  readonly workflowId: string;
  readonly runId: string;
  readonly tenantId: string;
  /** Goes through every log line from the first request to the delivered decision. */
  readonly correlationId: string;
  /** Who started the workflow, and for whom. */
  readonly starter: WorkflowStarter;
  readonly log: typeof log;
  /** The time as the workflow's history has it; the same on replay. */
  now(): Date;
  /**
   * Whether this run has grown so long that it should soon `continueAsNew`: Temporal takes 10,000 signals, and as many
   * decisions, for one run.
   */
  isContinueAsNewSuggested(): boolean;
}

/** What the SDK itself keeps of one run. */
export interface WorkflowRun {
  readonly calls: ServerCalls;
  readonly mailbox: TaskMailbox;
  readonly pending: Map<string, PendingTask>;
  readonly move: VersionMove;
  /** The handler has come to its end, which is being recorded. */
  isEnding: boolean;
  /** Of signals and queries that are taken. */
  readonly names: Set<string>;
  /** Names one call to the server, whichever attempt gets through; no draw of Temporal's, so that old runs replay. */
  newOperationId(): string;
  /** Whether the whole workflow was cancelled, not only a scope in it. */
  isCancelled(): boolean;
}

const runs = new WeakMap<WorkflowContext, WorkflowRun>();

/** @throws ApplicationFailure `workflow.no_tenant` when something other than Orkestra started the workflow */
export function openContext(): WorkflowContext {
  const info = workflowInfo();
  const memo = info.memo?.[ORKESTRA_KEY] as OrkestraMemo | undefined;
  if (!memo?.tenantId) {
    throw workflowFailure(
      'workflow.no_tenant',
      `The workflow "${info.workflowType}" was started without a tenant. Start it through Orkestra, not in Temporal directly.`,
    );
  }
  const { tenantId, correlationId, starter, taskQueue } = memo;
  const prefix = `${tenantId}/`;
  const workflowId = info.workflowId.startsWith(prefix)
    ? info.workflowId.slice(prefix.length)
    : info.workflowId;
  const context = {
    workflowId,
    runId: info.runId,
    tenantId,
    correlationId,
    starter,
    log,
    now: () => new Date(),
    isContinueAsNewSuggested: () => workflowInfo().continueAsNewSuggested,
  };
  const root = CancellationScope.current();
  let operations = 0;
  runs.set(context, {
    calls: new ServerCalls(taskQueue),
    mailbox: new TaskMailbox(),
    pending: new Map(),
    move: new VersionMove(),
    isEnding: false,
    names: new Set(),
    newOperationId: () => `${(operations += 1)}`,
    isCancelled: () => root.consideredCancelled,
  });
  return context;
}

/** @throws ApplicationFailure `workflow.foreign_context` for a context that no workflow handler was given */
export function runOf(ctx: WorkflowContext): WorkflowRun {
  const run = runs.get(ctx);
  if (run) return run;
  throw workflowFailure(
    'workflow.foreign_context',
    'Pass the context that the workflow handler was given, not a copy of it.',
  );
}
