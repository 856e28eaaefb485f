import { DomainError, type FieldError } from '@orkestra/core';
import type { TenantRole } from '../roles';

export class UnknownUserError extends DomainError {
  constructor(user: string) {
    super(
      'invalid',
      'directory.unknown_user',
      `There is no active user "${user}" in this tenant. Give the e-mail address or id of one.`,
      { user },
    );
  }
}

export class LooksOnError extends DomainError {
  constructor(user: string, role: TenantRole) {
    super(
      'invalid',
      'directory.looks_on',
      `The user "${user}" is ${role} in this tenant and may only look on. Name somebody who works on tasks.`,
      { user, role },
    );
  }
}

export class UnknownGroupError extends DomainError {
  constructor(group: string) {
    super(
      'invalid',
      'directory.unknown_group',
      `There is no group "${group}" in this tenant. Give the key or id of one.`,
      { group },
    );
  }
}

export class SupervisorOnlyError extends DomainError {
  constructor() {
    super(
      'forbidden',
      'directory.supervisor_only',
      'Only a supervisor of the group or a workspace admin may do this. Ask one of yours.',
    );
  }
}

export class InvalidEscalationChainError extends DomainError {
  constructor(fields: FieldError[]) {
    const [first] = fields;
    super(
      'invalid',
      'directory.invalid_chain',
      `The escalation chain cannot be used: ${first?.pointer ?? ''}: ${first?.message ?? ''}`,
      { fields },
    );
  }
}

export class InvalidUserSettingError extends DomainError {
  constructor(pointer: string, message: string) {
    super('invalid', 'directory.invalid_setting', `The setting cannot be used: ${pointer}: ${message}`, {
      fields: [{ pointer, message }],
    });
  }
}

export class InvalidTenantSettingError extends DomainError {
  constructor(pointer: string, message: string) {
    super('invalid', 'tenant.invalid_setting', `The setting cannot be used: ${pointer}: ${message}`, {
      fields: [{ pointer, message }],
    });
  }
}

export class InvalidSearchError extends DomainError {
  constructor(message: string) {
    super('invalid', 'directory.invalid_search', message);
  }
}
