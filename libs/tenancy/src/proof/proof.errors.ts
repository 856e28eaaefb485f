import { DomainError } from '@orkestra/core';

export class StepUpNeededError extends DomainError {
  constructor() {
    super(
      'forbidden',
      'account.step_up_needed',
      'It is a while since you signed in. Type your password again, or sign in once more.',
    );
  }
}

/** A program, or somebody without a session, at what only a person may do for themselves. */
export class PersonOnlyError extends DomainError {
  constructor() {
    super('forbidden', 'account.person_only', 'Only a person who has signed in may do this, for themselves.');
  }
}

export class WrongPasswordError extends DomainError {
  constructor() {
    const message = 'is not your password';
    super('invalid', 'account.wrong_password', 'The password is not right.', {
      fields: [{ pointer: '/currentPassword', message }],
    });
  }
}
