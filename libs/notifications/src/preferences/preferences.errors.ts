import { DomainError, type FieldError } from '@orkestra/core';

export class InvalidPreferenceError extends DomainError {
  constructor(fields: FieldError[]) {
    const [first] = fields;
    super(
      'invalid',
      'notifications.invalid_preference',
      `This cannot be set: ${first?.pointer ?? ''} ${first?.message ?? ''}`.trim(),
      { fields },
    );
  }
}

export class LockedPreferenceError extends DomainError {
  constructor(kind: string, channel: string) {
    super(
      'conflict',
      'notifications.locked',
      'Your administrators have set this for everybody in the workspace. Leave it as it is, or ask them to unlock it.',
      { kind, channel },
    );
  }
}
