import { DomainError, type FieldError } from '@orkestra/core';

export class TaskNotFoundError extends DomainError {
  constructor() {
    super('not_found', 'task.not_found', 'There is no such task, or it is not yours to see.');
  }
}

export class TaskClosedError extends DomainError {
  constructor(status: string) {
    super(
      'conflict',
      'task.closed',
      `The task is already ${status.toLowerCase()}; nothing more can be done.`,
      {
        status,
      },
    );
  }
}

export class TaskAlreadyClaimedError extends DomainError {
  constructor(assignee: { id: string; displayName: string }) {
    super('conflict', 'task.already_claimed', `${assignee.displayName} holds this task.`, { assignee });
  }
}

export class TaskNotClaimedError extends DomainError {
  constructor() {
    super('conflict', 'task.not_claimed', 'Nobody holds this task. Claim it first.');
  }
}

export class TaskNotAssigneeError extends DomainError {
  constructor() {
    super('forbidden', 'task.not_assignee', 'Only the person who holds the task may do this.');
  }
}

export class TaskNotCandidateError extends DomainError {
  constructor() {
    super(
      'forbidden',
      'task.not_candidate',
      'This task is for other people: you are not among its candidates.',
    );
  }
}

export class ServiceMayNotDecideError extends DomainError {
  constructor() {
    super(
      'forbidden',
      'task.service_may_not_decide',
      'Only a person may claim, release or complete this task.',
    );
  }
}

export class TaskForbiddenError extends DomainError {
  constructor(code: string, message: string) {
    super('forbidden', `task.${code}`, message);
  }
}

export class TaskStateConflictError extends DomainError {
  constructor(code: string, message: string) {
    super('conflict', `task.${code}`, message);
  }
}

export class TaskSuspendedError extends DomainError {
  constructor() {
    super('conflict', 'task.suspended', 'The task is suspended. Resume it first.');
  }
}

export class TaskRevisionConflictError extends DomainError {
  constructor(expected: number, actual: number) {
    super(
      'conflict',
      'task.revision_conflict',
      `The task has changed: you saw revision ${expected}, it is now at ${actual}. Read it again.`,
      { expected, actual },
    );
  }
}

export class InvalidTaskSpecError extends DomainError {
  constructor(fields: FieldError[]) {
    const first = fields[0];
    super(
      'invalid',
      'task.invalid_spec',
      `The task cannot be created: ${first?.pointer ?? ''}: ${first?.message ?? ''}`,
      { fields },
    );
  }
}

export class DecidableByForbiddenError extends DomainError {
  constructor() {
    super(
      'forbidden',
      'task.decidable_by_forbidden',
      'Only a workflow or a tenant admin may let programs decide a task. Leave out `decidableBy`.',
    );
  }
}

export class InvalidTaskDataError extends DomainError {
  constructor(fields: FieldError[]) {
    super('invalid', 'task.invalid_data', 'The form is not filled in correctly. See the fields.', { fields });
  }
}

export class InvalidTaskCommandError extends DomainError {
  constructor(fields: FieldError[]) {
    const first = fields[0];
    super('invalid', 'task.invalid_command', `${first?.pointer ?? ''}: ${first?.message ?? ''}`, { fields });
  }
}

export class PayloadChangedError extends DomainError {
  constructor() {
    super(
      'conflict',
      'task.payload_changed',
      'What is to be approved is not what you were shown. Read the task again before you decide.',
    );
  }
}

export class RoundAnsweredError extends DomainError {
  constructor(round: number) {
    super(
      'conflict',
      'task.round_answered',
      `This request for changes was answered already: the task is at round ${round}. Read it again.`,
      { round },
    );
  }
}

export class TargetAbsentError extends DomainError {
  constructor() {
    super(
      'conflict',
      'task.target_absent',
      'This person is away and nobody stands in for them. Choose somebody else, or a group.',
    );
  }
}

export class TargetExcludedError extends DomainError {
  constructor() {
    super(
      'invalid',
      'task.target_excluded',
      'This person is excluded from the task, or asked for it. Choose somebody else.',
    );
  }
}

export class RequestKeyConflictError extends DomainError {
  constructor() {
    super(
      'conflict',
      'task.request_key_conflict',
      'This request key already created a task with another content. Use a new key for a new task.',
    );
  }
}

export class OperationConflictError extends DomainError {
  constructor() {
    super(
      'conflict',
      'task.operation_conflict',
      'This operationId was used for another command. Use a new one for each command.',
    );
  }
}

export class InvalidTaskFilterError extends DomainError {
  constructor(message: string) {
    super('invalid', 'task.invalid_filter', message);
  }
}
