import { DomainError } from '@orkestra/core';

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
