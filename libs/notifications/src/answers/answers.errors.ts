import { DomainError } from '@orkestra/core';

export class NothingShownError extends DomainError {
  constructor() {
    super(
      'conflict',
      'answers.nothing_shown',
      'It is not known what was shown when this was decided. Open the task and decide there.',
    );
  }
}

export class InvalidAnswerLinkError extends DomainError {
  constructor() {
    super(
      'not_found',
      'answers.invalid_link',
      'This link is not one that Orkestra has sent, or it is cut off. Sign in and open the task there.',
    );
  }
}

export class ExpiredAnswerLinkError extends DomainError {
  constructor() {
    super('not_found', 'answers.expired_link', 'This link is too old. Sign in and open the task there.');
  }
}

export class AnswersByMailOffError extends DomainError {
  constructor() {
    super(
      'forbidden',
      'answers.by_mail_off',
      'This workspace takes no answers from mails. Sign in and open the task there.',
    );
  }
}
