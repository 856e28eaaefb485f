import { DomainError } from '@orkestra/core';
import type { Scope } from './scopes';

export class MissingScopeError extends DomainError {
  constructor(scope: Scope) {
    super(
      'forbidden',
      'auth.missing_scope',
      `The API key lacks the scope "${scope}". Ask a tenant admin for a key that has it.`,
      { scope },
    );
  }
}

export class AdminOnlyError extends DomainError {
  constructor() {
    super('forbidden', 'auth.admin_only', 'Only a tenant admin may do this. Ask one of yours.');
  }
}
