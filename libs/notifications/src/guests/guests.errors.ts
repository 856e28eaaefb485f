import { DomainError } from '@orkestra/core';

export class GuestsForbiddenError extends DomainError {
  constructor() {
    super(
      'forbidden',
      'guests.forbidden',
      'This workspace allows no guests. An administrator can allow them under Notifications.',
    );
  }
}

export class InvalidGuestError extends DomainError {
  constructor(pointer: string, message: string) {
    super('invalid', 'guests.invalid', `${pointer} ${message}.`, { fields: [{ pointer, message }] });
  }
}

export class GuestHasAccountError extends DomainError {
  constructor() {
    super(
      'conflict',
      'guests.has_account',
      'Somebody with this address is in the workspace already. Hand the task to them, or name them in a comment.',
    );
  }
}

export class InviteForbiddenError extends DomainError {
  constructor() {
    super(
      'forbidden',
      'guests.invite_forbidden',
      'Only whoever may hand the task on may invite guests to it, and nobody to what they asked for themselves.',
    );
  }
}

export class NotForGuestsError extends DomainError {
  constructor(why: string) {
    super('conflict', 'guests.not_for_guests', `A guest cannot answer this task: ${why}.`);
  }
}

export class TooManyGuestsError extends DomainError {
  constructor(most: number) {
    super(
      'conflict',
      'guests.too_many',
      `A task has at most ${most} guests at a time. Revoke an invitation first.`,
      { most },
    );
  }
}

export class GuestNotFoundError extends DomainError {
  constructor() {
    super('not_found', 'guests.not_found', 'There is no such invitation, or it has ended already.');
  }
}

export class InvalidGuestLinkError extends DomainError {
  constructor() {
    super(
      'not_found',
      'guests.invalid_link',
      'This link was used already, was taken back, or is too old. Ask whoever has invited you for another one.',
    );
  }
}
