import type { DomainError } from '@orkestra/core';
import type { DirectoryService } from '@orkestra/tenancy';
import type { EntityManager } from 'typeorm';
import type { Refusal } from './task.state';
import type { TaskView } from './task-view';
import {
  ServiceMayNotDecideError,
  TaskAlreadyClaimedError,
  TaskClosedError,
  TaskForbiddenError,
  TaskNotAssigneeError,
  TaskNotCandidateError,
  TaskNotClaimedError,
  TaskStateConflictError,
  TaskSuspendedError,
} from './task.errors';

type Simple = Exclude<Refusal, 'closed' | 'held' | 'delegated'>;

const ERRORS: Record<Simple, () => DomainError> = {
  suspended: () => new TaskSuspendedError(),
  not_suspended: () => new TaskStateConflictError('not_suspended', 'The task is not suspended.'),
  waiting: () =>
    new TaskStateConflictError(
      'waiting',
      'The task waits for the requester to answer the asked-for changes.',
    ),
  not_waiting: () =>
    new TaskStateConflictError('not_waiting', 'Nobody has asked for changes: there is nothing to answer.'),
  excluded: () => new TaskNotCandidateError(),
  candidate: () => new TaskNotCandidateError(),
  service: () => new ServiceMayNotDecideError(),
  unclaimed: () => new TaskNotClaimedError(),
  assignee: () => new TaskNotAssigneeError(),
  supervisor: () =>
    new TaskForbiddenError(
      'supervisor_only',
      "Only a supervisor of the task's groups or a tenant admin may do this.",
    ),
  creator: () =>
    new TaskForbiddenError(
      'creator_only',
      'Only whoever asked for the task, or a tenant admin, may do this.',
    ),
  system: () => new TaskForbiddenError('system_only', 'Only the server does this, when the time has come.'),
  not_delegated: () => new TaskStateConflictError('not_delegated', 'The task is not delegated to anybody.'),
  started: () => new TaskStateConflictError('started', 'The work has already begun.'),
  not_started: () => new TaskStateConflictError('not_started', 'The work has not begun yet.'),
  approval: () =>
    new TaskStateConflictError(
      'approval',
      'This task is an approval: approve or reject it, or ask for changes.',
    ),
  not_approval: () =>
    new TaskStateConflictError('not_approval', 'This task is no approval: fill in its form and complete it.'),
  voting: () =>
    new TaskStateConflictError('voting', 'Several people vote on this task: nobody holds it. Vote directly.'),
  voted: () => new TaskStateConflictError('voted', 'You have already voted on this.'),
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
    return new TaskStateConflictError(
      'delegated',
      `The task is delegated by ${displayName} and goes back to them: resolve it first.`,
    );
  }
  return ERRORS[refusal]();
}
