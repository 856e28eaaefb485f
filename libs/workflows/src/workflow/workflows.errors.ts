import { DomainError, type FieldError } from '@orkestra/core';

export class UnknownWorkflowTypeError extends DomainError {
  constructor(type: string, known: readonly string[]) {
    const choice = known.length === 0 ? 'No worker has published any yet.' : `Known: ${known.join(', ')}.`;
    super('invalid', 'workflow.unknown_type', `There is no workflow "${type.slice(0, 100)}". ${choice}`, {
      fields: [{ pointer: '/type', message: 'Is not a workflow of the catalogue.' }],
    });
  }
}

export class InvalidWorkflowInputError extends DomainError {
  constructor(fields: FieldError[]) {
    const first = fields[0];
    const where = first === undefined || first.pointer === '' ? 'The input' : first.pointer;
    super(
      'invalid',
      'workflow.invalid_input',
      `The workflow was not started, its input does not fit. ${where}: ${first?.message ?? 'is not valid'}`,
      { fields },
    );
  }
}

export class InvalidWorkflowKeyError extends DomainError {
  constructor() {
    const message = 'Use 1 to 200 letters, digits and . _ : @ / + = - beginning with a letter or digit.';
    super('invalid', 'workflow.invalid_key', `The key cannot be used. ${message}`, {
      fields: [{ pointer: '/key', message }],
    });
  }
}

export class WorkflowNotFoundError extends DomainError {
  constructor() {
    super('not_found', 'workflow.not_found', 'There is no such workflow, or it is not yours to see.');
  }
}

export class WorkflowKeyConflictError extends DomainError {
  constructor(key: string) {
    super(
      'conflict',
      'workflow.key_conflict',
      `The key "${key}" has already started a workflow with another type or input. Use a new key.`,
      { key },
    );
  }
}

export class WorkflowUnavailableError extends DomainError {
  constructor(key: string, cause: unknown) {
    super(
      'unavailable',
      'workflow.unavailable',
      `The workflow is recorded but Temporal did not take it yet. It starts by itself when Temporal is back; ` +
        `repeating the request with the key "${key}" is safe.`,
      { key },
      { cause },
    );
  }
}

export class ReservedSignalError extends DomainError {
  constructor(signal: string) {
    super(
      'forbidden',
      'workflow.reserved_signal',
      `"${signal.slice(0, 100)}" is a signal of Orkestra itself, which nobody else sends: people decide tasks. ` +
        'Use a name that the workflow defines.',
    );
  }
}

export class InvalidSignalError extends DomainError {
  constructor(field: FieldError) {
    super(
      'invalid',
      'workflow.invalid_signal',
      `The signal was not sent. ${field.pointer}: ${field.message}`,
      { fields: [field] },
    );
  }
}

export class InvalidReasonError extends DomainError {
  constructor(message: string) {
    super('invalid', 'workflow.invalid_reason', `The reason ${message}.`, {
      fields: [{ pointer: '/reason', message }],
    });
  }
}

export class WorkflowForbiddenError extends DomainError {
  constructor() {
    super(
      'forbidden',
      'workflow.forbidden',
      'Only whoever started the workflow, a workspace admin, or a key with the scope "workflows:write" may do this.',
    );
  }
}

export class WorkflowClosedError extends DomainError {
  /** @param status how it ended; `unknown` when nobody knows any more */
  constructor(status: string) {
    const how = status === 'unknown' ? 'is gone: Temporal does not know it any more' : `has ended: ${status}`;
    super('conflict', 'workflow.closed', `The workflow ${how}. Nothing more can be done with it.`, {
      status,
    });
  }
}

export class WorkflowNotLostError extends DomainError {
  constructor(status: string) {
    super(
      'conflict',
      'workflow.not_lost',
      `Only a workflow that Temporal has lost can be started again; this one is ${status}.`,
      { status },
    );
  }
}

export class WorkflowNotStartedError extends DomainError {
  constructor() {
    super(
      'unavailable',
      'workflow.not_started',
      'The workflow is recorded but has not started yet. Try again in a few seconds.',
    );
  }
}

export class TemporalUnavailableError extends DomainError {
  constructor(cause: unknown) {
    super(
      'unavailable',
      'workflow.temporal_unavailable',
      'Temporal, which runs the workflows, cannot be reached. Try again in a few seconds.',
      {},
      { cause },
    );
  }
}

export class HistoryGoneError extends DomainError {
  constructor() {
    super(
      'not_found',
      'workflow.history_gone',
      'Temporal no longer keeps the history of this workflow. Its result and its tasks are still there: read those.',
    );
  }
}
