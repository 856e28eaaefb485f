import { DomainError } from '@orkestra/core';

export class RevealForbiddenError extends DomainError {
  constructor() {
    super(
      'forbidden',
      'task.reveal_forbidden',
      'Sensitive values are for people who may decide the task now, and for owners, admins and auditors.',
    );
  }
}

export class NothingToRevealError extends DomainError {
  constructor() {
    super(
      'not_found',
      'task.nothing_to_reveal',
      'Nothing sensitive is kept at this path. Name one such as /context/customer/iban or /result/iban.',
    );
  }
}
