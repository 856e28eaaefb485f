import { DomainError, type FieldError } from '@orkestra/core';

export class InvalidToolRequestError extends DomainError {
  constructor(fields: FieldError[]) {
    const first = fields[0];
    super(
      'invalid',
      'tool_approval.invalid_request',
      `Nobody can be asked about this: ${first?.pointer ?? ''}: ${first?.message ?? ''}`,
      { fields },
    );
  }
}

export class ToolRequestConflictError extends DomainError {
  constructor() {
    super(
      'conflict',
      'tool_approval.request_conflict',
      'This key already asked about other calls. Use a new key for each turn.',
    );
  }
}

export class ToolRequestNotFoundError extends DomainError {
  constructor() {
    super('not_found', 'tool_approval.not_found', 'There is no such request, or it is not yours.');
  }
}

export class ToolCallsChangedError extends DomainError {
  constructor() {
    super(
      'conflict',
      'tool_approval.calls_changed',
      'What the agent wants to do is not what you were shown. Read the task again before you decide.',
    );
  }
}

export class TooManyStandingRulesError extends DomainError {
  constructor(limit: number) {
    super(
      'conflict',
      'tool_approval.too_many_rules',
      `The agent has ${limit} standing permissions already. Revoke some, or allow only this call.`,
      { limit },
    );
  }
}

export class StandingRuleNotFoundError extends DomainError {
  constructor() {
    super(
      'not_found',
      'tool_approval.rule_not_found',
      'There is no such standing permission, or it is not yours to see.',
    );
  }
}

export class RevokeForbiddenError extends DomainError {
  constructor() {
    super(
      'forbidden',
      'tool_approval.revoke_forbidden',
      'Only a person who granted it, a supervisor of the group that was asked, or a tenant admin may revoke it.',
    );
  }
}
