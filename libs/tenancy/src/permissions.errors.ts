import { DomainError } from '@orkestra/core';
import type { Scope } from './scopes';

export class MissingScopeError extends DomainError {
  constructor(scope: Scope) {
    super(
      'forbidden',
      'auth.missing_scope',
      `The API key lacks the scope "${scope}". Ask a workspace admin for a key that has it.`,
      { scope },
    );
  }
}

export class AdminOnlyError extends DomainError {
  constructor() {
    super('forbidden', 'auth.admin_only', 'Only a workspace admin may do this. Ask one of yours.');
  }
}
