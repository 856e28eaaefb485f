import { DomainError } from '@orkestra/core';

export class ChatNotConnectedError extends DomainError {
  constructor(channel: string) {
    super(
      'not_found',
      'chat.not_connected',
      `This workspace has not connected ${channel}. An administrator can, under Connections.`,
      { channel },
    );
  }
}

export class InvalidChatInstallationError extends DomainError {
  constructor(problem: string) {
    super('invalid', 'chat.invalid_installation', `It was not connected: ${problem}`);
  }
}

export class InvalidLinkTokenError extends DomainError {
  constructor() {
    super(
      'not_found',
      'chat.invalid_link',
      'This link was used, has expired, or belongs to another workspace. Ask for a new one where you got it.',
    );
  }
}

export class AccountLinkedError extends DomainError {
  constructor() {
    super(
      'conflict',
      'chat.account_linked',
      'You have connected another account already. Disconnect that first under Notifications.',
    );
  }
}

export class AccountNotLinkedError extends DomainError {
  constructor() {
    super(
      'not_found',
      'chat.account_not_linked',
      'Your own account is not connected yet. Connect it first, as Notifications says; then try again.',
    );
  }
}
