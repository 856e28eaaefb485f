import type { DomainError } from '@orkestra/core';
import type { DirectoryService } from '@orkestra/tenancy';
import type { EntityManager } from 'typeorm';
import type { Refusal } from './task.state';
import type { TaskView } from './task-view';
import {
  ServiceMayNotDecideError,
  TaskAlreadyClaimedError,
  TaskClosedError,
  TaskNotAssigneeError,
  TaskNotCandidateError,
  TaskNotClaimedError,
  TaskSuspendedError,
} from './tasks.errors';

/** The error that says who or what is in the way. */
export async function refusalError(
  em: EntityManager,
  refusal: Refusal,
  task: TaskView,
  directory: DirectoryService,
): Promise<DomainError> {
  switch (refusal) {
    case 'closed':
      return new TaskClosedError(task.status);
    case 'suspended':
      return new TaskSuspendedError();
    case 'service':
      return new ServiceMayNotDecideError();
    case 'candidate':
    case 'excluded':
      return new TaskNotCandidateError();
    case 'unclaimed':
      return new TaskNotClaimedError();
    case 'assignee':
      return new TaskNotAssigneeError();
    case 'held':
      return new TaskAlreadyClaimedError(await directory.nameOf(em, task.assigneeId ?? ''));
  }
}
