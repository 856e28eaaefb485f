import { DomainError } from '@orkestra/core';
import type { Permission } from './permission-table';
import type { TenantRole } from './roles';

export class MissingScopeError extends DomainError {
  /** @param agent that acts in a person's name, if one does */
  constructor(scope: Permission, agent?: string) {
    const message =
      agent === undefined
        ? `The API key lacks the scope "${scope}". Ask a workspace admin for a key that has it.`
        : `The access token lacks the scope "${scope}". Sign in again with it, or do this yourself in Orkestra.`;
    super('forbidden', 'auth.missing_scope', message, { scope });
  }
}

export class RoleForbidsError extends DomainError {
  constructor(permission: Permission, role: TenantRole, allowed: readonly TenantRole[]) {
    super(
      'forbidden',
      'auth.role_forbids',
      `Your role in the workspace is ${role}; this needs one of: ${allowed.join(', ')}. Ask a workspace admin.`,
      { permission, role, allowed: [...allowed] },
    );
  }
}

export class PeopleOnlyError extends DomainError {
  constructor(permission: Permission, allowed: readonly TenantRole[]) {
    super(
      'forbidden',
      'auth.people_only',
      `No API key may do this, only people who are one of: ${allowed.join(', ')}. Sign in as one.`,
      { permission, allowed: [...allowed] },
    );
  }
}

export class GuestElsewhereError extends DomainError {
  constructor() {
    super(
      'forbidden',
      'auth.guest_elsewhere',
      'Guests see and answer the task that they were invited to, and nothing else. Ask whoever has invited you.',
    );
  }
}

export class AdminOnlyError extends DomainError {
  constructor() {
    super('forbidden', 'auth.admin_only', 'Only a workspace admin may do this. Ask one of yours.');
  }
}
