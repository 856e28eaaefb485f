import { DomainError, type FieldError } from '@orkestra/core';

export class ConversationNotFoundError extends DomainError {
  constructor() {
    super('not_found', 'conversation.not_found', 'There is no such conversation, or it is not yours to see.');
  }
}

export class InvalidConversationError extends DomainError {
  constructor(fields: FieldError[]) {
    super('invalid', 'conversation.invalid_spec', sentence('The conversation cannot be created', fields), {
      fields,
    });
  }
}

export class InvalidMessagesError extends DomainError {
  constructor(fields: FieldError[]) {
    super('invalid', 'conversation.invalid_messages', sentence('Nothing was appended', fields), { fields });
  }
}

export class InvalidConversationFilterError extends DomainError {
  constructor(message: string) {
    super('invalid', 'conversation.invalid_filter', message);
  }
}

export class RoleForbiddenError extends DomainError {
  constructor() {
    super(
      'forbidden',
      'conversation.role_forbidden',
      'A person speaks for themselves: append your messages with the role `operator`.',
    );
  }
}

export class ConversationClosedError extends DomainError {
  constructor() {
    super(
      'conflict',
      'conversation.closed',
      'The conversation is closed; nothing more can be appended. Create another one.',
    );
  }
}

export class TooManyMessagesError extends DomainError {
  constructor(count: number, limit: number) {
    super(
      'conflict',
      'conversation.too_many_messages',
      `The conversation has ${count} messages; it holds at most ${limit}. Close it and go on in another one.`,
      { count, limit },
    );
  }
}

export class ConversationKeyConflictError extends DomainError {
  constructor() {
    super(
      'conflict',
      'conversation.request_key_conflict',
      'This key already created a conversation with another content. Use a new key for a new conversation.',
    );
  }
}

export class AppendConflictError extends DomainError {
  constructor() {
    super(
      'conflict',
      'conversation.operation_conflict',
      'This key already appended other messages here. Use a new key for other messages.',
    );
  }
}

function sentence(what: string, [first]: FieldError[]): string {
  return `${what}: ${first?.pointer ? `${first.pointer}: ` : ''}${first?.message ?? ''}`;
}
