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
