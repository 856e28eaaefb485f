import type { DomainError } from '@orkestra/core';
import type { DirectoryService } from '@orkestra/tenancy';
import type { EntityManager } from 'typeorm';
import type { Refusal } from './task.state';
import type { TaskView } from './task-view';
import { TaskAlreadyClaimedError, TaskClosedError, TaskDelegatedError } from './task.errors';
import { type RefusalCode, RefusedError } from './refused.errors';

type Simple = Exclude<Refusal, 'closed' | 'held' | 'delegated'>;

const CODES: Record<Simple, RefusalCode> = {
  suspended: 'task.suspended',
  not_suspended: 'task.not_suspended',
  waiting: 'task.waiting',
  not_waiting: 'task.not_waiting',
  excluded: 'task.not_candidate',
  candidate: 'task.not_candidate',
  service: 'task.service_may_not_decide',
  agent: 'task.agent_may_not_decide',
  guest: 'task.guest_may_not',
  unclaimed: 'task.not_claimed',
  assignee: 'task.not_assignee',
  supervisor: 'task.supervisor_only',
  creator: 'task.creator_only',
  system: 'task.system_only',
  not_delegated: 'task.not_delegated',
  started: 'task.started',
  not_started: 'task.not_started',
  approval: 'task.approval',
  not_approval: 'task.not_approval',
  voting: 'task.voting',
  voted: 'task.voted',
  own: 'task.self_approval',
};

/** The error that says who or what is in the way. */
export async function refusalError(
  em: EntityManager,
  refusal: Refusal,
  task: TaskView,
  directory: DirectoryService,
): Promise<DomainError> {
  if (refusal === 'closed') return new TaskClosedError(task.status);
  if (refusal === 'held') {
    return new TaskAlreadyClaimedError(await directory.nameOf(em, task.assigneeId ?? ''));
  }
  if (refusal === 'delegated') {
    const { displayName } = await directory.nameOf(em, task.ownerId ?? '');
    return new TaskDelegatedError(displayName);
  }
  return new RefusedError(CODES[refusal]);
}
