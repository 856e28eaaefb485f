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
