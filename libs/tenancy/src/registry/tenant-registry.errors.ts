import { DomainError } from '@orkestra/core';

export class TenantExistsError extends DomainError {
  constructor(slug: string) {
    super('conflict', 'tenant.exists', `There is a workspace "${slug}" already. Choose another name.`, {
      slug,
    });
  }
}

export class InvalidTenantError extends DomainError {
  constructor(problem: string) {
    super('invalid', 'tenant.invalid', problem);
  }
}

export class InvalidInvitationError extends DomainError {
  constructor(problem: string) {
    super('invalid', 'invitation.invalid', problem);
  }
}

export class DeactivatedPersonError extends DomainError {
  constructor(email: string) {
    super(
      'conflict',
      'invitation.deactivated',
      `${email} was deactivated in this workspace. An admin there may reactivate them; or invite another address.`,
      { email },
    );
  }
}
