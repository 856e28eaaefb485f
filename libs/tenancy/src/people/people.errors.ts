import { DomainError } from '@orkestra/core';

export class PersonNotFoundError extends DomainError {
  constructor() {
    super('not_found', 'person.not_found', 'There is no such person in this workspace.');
  }
}

export class InvalidPersonError extends DomainError {
  constructor(pointer: string, message: string) {
    super('invalid', 'person.invalid', `${pointer}: ${message}`, { fields: [{ pointer, message }] });
  }
}

export class PersonExistsError extends DomainError {
  constructor(email: string, status: 'active' | 'deactivated') {
    super(
      'conflict',
      'person.exists',
      status === 'active'
        ? `${email} is in the workspace already. Change their role or groups instead.`
        : `${email} was deactivated. Reactivate them instead.`,
      { status },
    );
  }
}

export class PersonStateError extends DomainError {
  constructor(status: string, wanted: string) {
    super('conflict', 'person.state', `This works for people who are ${wanted}; this one is ${status}.`, {
      status,
    });
  }
}

export class OwnAccountError extends DomainError {
  constructor() {
    super(
      'forbidden',
      'person.own_account',
      'You cannot deactivate your own account. Ask another admin of the workspace.',
    );
  }
}

export class BreakGlassOwnerError extends DomainError {
  constructor() {
    super(
      'conflict',
      'person.breaks_glass',
      'This owner is the one who may sign in past the directory. Name another one under Sign-in first.',
    );
  }
}

export class LastAdminError extends DomainError {
  constructor(role: 'owner' | 'admin') {
    super(
      'conflict',
      'person.last_admin',
      role === 'owner'
        ? 'This is the last active owner of the workspace. Make somebody else an owner first.'
        : 'This is the last active admin of the workspace. Make somebody else an admin first.',
      { role },
    );
  }
}
