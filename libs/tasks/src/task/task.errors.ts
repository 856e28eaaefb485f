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

export class TaskDelegatedError extends DomainError {
  constructor(owner: string) {
    super(
      'conflict',
      'task.delegated',
      `The task is delegated by ${owner} and goes back to them: resolve it first.`,
    );
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

export class InvalidTaskFilterError extends DomainError {
  constructor(message: string) {
    super('invalid', 'task.invalid_filter', message);
  }
}
