import { queryRows } from '@orkestra/core';
import type { EntityManager } from 'typeorm';
import { readClosed, type TaskClosedMessage } from '../delivery/task-closed.queries';
import type { TaskSecrets } from '../secrets/task-secrets.service';
import { isClosed } from '../task/task-status';
import type { TaskView } from '../task/task-view';
import { pendingSteps } from './task-steps.store';

export interface TaskProgress {
  taskId: string;
  /** There when the task has ended. */
  closed?: TaskClosedMessage;
  /** Milliseconds until the next step; absent when time changes nothing now. */
  nextInMs?: number;
  changesRequested?: {
    round: number;
    reason?: string;
    requestedBy: { kind: 'user' | 'service' | 'system'; id: string; displayName: string };
  };
}

/** How a task stands, as its workflow needs to know it. */
export async function progressOf(
  em: EntityManager,
  task: TaskView,
  now: Date,
  secrets: TaskSecrets,
): Promise<TaskProgress> {
  if (isClosed(task.status)) {
    const closed = await secrets.restored(em, task.tenantId, await readClosed(em, task.tenantId, task.id));
    return { taskId: task.id, ...(closed === null ? {} : { closed }) };
  }
  if (task.waitingFor === 'requester') return { taskId: task.id, ...(await readRequest(em, task)) };
  if (task.pausedAt !== null) return { taskId: task.id };
  const [next] = await pendingSteps(em, task);
  if (next === undefined) return { taskId: task.id };
  return { taskId: task.id, nextInMs: Math.max(0, next.at.getTime() - now.getTime()) };
}

async function readRequest(
  em: EntityManager,
  task: TaskView,
): Promise<Pick<TaskProgress, 'changesRequested'>> {
  const [row] = await queryRows<{
    reason: string;
    kind: 'user' | 'service' | 'system';
    id: string;
    displayName: string;
  }>(
    em,
    `SELECT reason, voter_kind AS kind, voter_id AS id, voter_name AS "displayName" FROM task_decisions
     WHERE tenant_id = $1 AND task_id = $2 AND round = $3 AND vote = 'changes_requested'`,
    [task.tenantId, task.id, task.round],
  );
  if (row === undefined) return {};
  const { reason, ...requestedBy } = row;
  return { changesRequested: { round: task.round, reason, requestedBy } };
}
